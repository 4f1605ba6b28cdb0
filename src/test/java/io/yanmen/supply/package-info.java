/** What Yanmen is made of: the list of its parts, and the licences that they may have. */
@org.jspecify.annotations.NullMarked
package io.yanmen.supply;
