package io.yanmen.model.check.other;

import io.yanmen.model.check.ToyCheck;

/** What the checks of another room for tests are. */
public interface OtherCheck extends ToyCheck {}
