package io.yanmen.console.web;

import java.nio.file.Path;

/**
 * A file that came with a form.
 *
 * @param fileName as the browser named it, not to be trusted
 * @param content removed when the request is answered
 */
public record Upload(String fileName, Path content, long size) {}
