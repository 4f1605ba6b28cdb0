package io.yanmen.service.backup;

import java.util.Set;

/**
 * What of the schema a backup holds. Each table is decided on here: one that is in none of these
 * sets is not ours, and a test sees to it that all of ours are.
 */
final class BackupTables {
  /**
   * Made again at each start, from the catalogue, from files and by the clocks; kept all the same:
   * the catalogue may have lost a code that figures still have, and a clock knows which run it has
   * missed. A warehouse that holds rows in these alone is empty.
   */
  static final Set<String> MADE_AT_START =
      Set.of(
          "area",
          "area_alias",
          "indicator",
          "indicator_alias",
          "unit",
          "breakdown",
          "check_threshold",
          "catalog_state",
          "source",
          "figures_version",
          "qrtz_job_details",
          "qrtz_triggers",
          "qrtz_simple_triggers",
          "qrtz_cron_triggers",
          "qrtz_simprop_triggers",
          "qrtz_blob_triggers",
          "qrtz_calendars",
          "qrtz_paused_trigger_grps",
          // Runs under way: whoever starts next finds them without their service, and makes up
          // those
          // that want it; without them their clocks would stand still for ever.
          "qrtz_fired_triggers");

  /** What nobody could make again, or only a replay. */
  static final Set<String> CONTENT =
      Set.of(
          "series",
          "observation",
          "revision",
          "load",
          "rejection",
          "warning",
          "hold",
          "reported",
          "learned_alias",
          "learned_word",
          "feed_memory",
          "backfill",
          "backfill_period",
          "route_pause",
          "route_run",
          "load_failure",
          "reporting_notice",
          "audit",
          // Messages that are not sent yet will be; a trouble that was told of ends with its end.
          "alert",
          "alert_message",
          "alert_delivery",
          "alert_state");

  /**
   * Left out: of the services that run at the moment (which ones, their routes, their locks, what a
   * person has just asked of them), which keys the first loads do without just now, and the list of
   * migrations, for which the version stands.
   */
  static final Set<String> OF_THE_MOMENT =
      Set.of(
          "route",
          "route_command",
          "qrtz_scheduler_state",
          "qrtz_locks",
          "key_let_go",
          "flyway_schema_history");

  /** Views hold nothing; these are ours. */
  static final Set<String> VIEWS =
      Set.of(
          "indicator_observation",
          "target_progress",
          "period_value",
          "reporting_calendar",
          "check_limit",
          "growth_compared",
          "run_history");

  private BackupTables() {}

  /** Whether a backup holds it. */
  static boolean contain(String table) {
    return MADE_AT_START.contains(table) || CONTENT.contains(table);
  }

  /** Whether a migration made it. */
  static boolean know(String relation) {
    return contain(relation) || OF_THE_MOMENT.contains(relation) || VIEWS.contains(relation);
  }
}
