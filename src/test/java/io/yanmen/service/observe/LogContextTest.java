package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.yanmen.model.outcome.LogKey;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogContextTest extends CamelTestSupport {
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    MDC.clear();
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    LogContext log =
        new LogContext(
            exchange -> Map.of(LogKey.FILE, exchange.getProperty("name", "none", String.class)));
    context.getCamelContextExtension().addInterceptStrategy(log);
    context.getManagementStrategy().addEventNotifier(log);
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(
            deadLetterChannel("direct:failed")
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .logExhausted(false)
                .retryAttemptedLogLevel(org.apache.camel.LoggingLevel.WARN));
        from("direct:in")
            .routeId("in")
            .setProperty("name", body())
            .to("direct:load")
            .log(org.apache.camel.LoggingLevel.INFO, "seen", "after ${body}");
        from("direct:load")
            .routeId("load")
            .log(org.apache.camel.LoggingLevel.INFO, "seen", "before ${body}")
            .process(exchange -> MDC.put(LogKey.LOAD, "of " + exchange.getIn().getBody()))
            .log(org.apache.camel.LoggingLevel.INFO, "seen", "loaded ${body}");
        from("direct:threads")
            .routeId("threads")
            .process(exchange -> MDC.put(LogKey.LOAD, "7"))
            .threads(1)
            .log(org.apache.camel.LoggingLevel.INFO, "seen", "elsewhere");
        from("direct:split")
            .routeId("split")
            .setProperty("name", constant("whole"))
            .split(body().tokenize(","))
            .to("direct:in")
            .end()
            .log(org.apache.camel.LoggingLevel.INFO, "seen", "whole");
        from("direct:bad")
            .routeId("bad")
            .setProperty("name", constant("bad.csv"))
            .process(
                exchange -> {
                  throw new IllegalStateException("defect");
                });
        from("direct:failed").log(org.apache.camel.LoggingLevel.INFO, "seen", "given up");
      }
    };
  }

  private List<String> seen(String... keys) {
    return lines.list.stream()
        .filter(line -> line.getLoggerName().equals("seen"))
        .map(
            line -> {
              StringBuilder text =
                  new StringBuilder(line.getFormattedMessage().split(" on ", 2)[0]);
              for (String key : keys) {
                text.append('|').append(line.getMDCPropertyMap().get(key));
              }
              return text.toString();
            })
        .toList();
  }

  @Test
  void loadIsSaidFromWhenItIsKnownToTheEndOfItsFile() {
    template.requestBody("direct:in", "a");
    template.requestBody("direct:in", "b");
    assertThat(seen(LogKey.ROUTE, LogKey.FILE, LogKey.LOAD))
        .containsExactly(
            "before a|load|a|null",
            "loaded a|load|a|of a",
            "after a|in|a|of a",
            "before b|load|b|null",
            "loaded b|load|b|of b",
            "after b|in|b|of b");
  }

  @Test
  void threadThatIsDoneSaysNothingMoreOfIt() {
    template.requestBody("direct:in", "a");
    assertThat(MDC.getCopyOfContextMap()).isIn(null, Map.of());
  }

  @Test
  void factsFollowAnExchangeToAnotherThread() {
    template.requestBody("direct:threads", "a");
    assertThat(seen(LogKey.ROUTE, LogKey.LOAD)).containsExactly("elsewhere|threads|7");
    assertThat(lines.list)
        .filteredOn(line -> line.getLoggerName().equals("seen"))
        .noneMatch(line -> line.getThreadName().equals(Thread.currentThread().getName()));
    assertThat(MDC.getCopyOfContextMap()).isIn(null, Map.of());
  }

  @Test
  void partsOfAWholeKeepTheirOwnAndLeaveTheWholeIts() {
    template.requestBody("direct:split", "a,b");
    assertThat(seen(LogKey.ROUTE, LogKey.FILE, LogKey.LOAD))
        .contains("after a|in|a|of a", "before b|load|b|null", "after b|in|b|of b")
        .endsWith("whole|split|whole|null");
  }

  @Test
  void linesOfCamelsErrorHandlerBelongToTheFileToo() {
    template.requestBody("direct:bad", "a");
    assertThat(lines.list)
        .filteredOn(line -> line.getLoggerName().contains("DeadLetterChannel"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.getMDCPropertyMap())
                    .as(line.getFormattedMessage())
                    .containsEntry(LogKey.FILE, "bad.csv")
                    .containsKey(LogKey.EXCHANGE));
  }
}
