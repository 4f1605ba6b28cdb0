/** To be described. */
@NullMarked
package io.yanmen.service.backup.file;

import org.jspecify.annotations.NullMarked;
