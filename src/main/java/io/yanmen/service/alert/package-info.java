/** Alerts as people get them: the words of a message, the forms of the robots, what is masked. */
@org.jspecify.annotations.NullMarked
package io.yanmen.service.alert;
