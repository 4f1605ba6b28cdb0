package io.yanmen.service;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link FaultBed} of their JVM. */
final class FaultBedExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FaultBedExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FaultBed.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // Closed by JUnit when all tests are done.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("bed", key -> made(), FaultBed.class);
  }

  private static FaultBed made() {
    try {
      return new FaultBed();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
