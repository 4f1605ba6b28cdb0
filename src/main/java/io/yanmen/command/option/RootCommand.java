package io.yanmen.command.option;

/** The command that all others stand below; they find their options there. */
public interface RootCommand {
  GlobalOptions global();
}
