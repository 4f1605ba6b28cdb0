package io.yanmen.service.home;

/** Takes the beans of a room by the names that routes call them; Camel's registry, as a rule. */
@FunctionalInterface
public interface BeanBinder {
  void bind(String name, Object bean);
}
