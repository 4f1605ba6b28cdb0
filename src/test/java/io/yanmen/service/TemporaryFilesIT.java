package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.service.RawHttp.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a service keeps what it needs for a moment: never in the folder of the whole machine. */
class TemporaryFilesIT {
  private final Path folder;
  private final Path home;
  private final Path machine;

  TemporaryFilesIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.machine = Files.createDirectories(folder.resolve("machine"));
  }

  @BeforeEach
  void bringWorkbooks() throws IOException {
    Path inbox = Files.createDirectories(home.resolve("data/inbox"));
    put(new XSSFWorkbook(), inbox.resolve("copy.xlsx"), 1);
    put(new HSSFWorkbook(), inbox.resolve("old.xls"), 2);
    // Cannot be copied faithfully, so its refused cells are listed.
    put(new XSSFWorkbook(XSSFWorkbookType.XLSM), inbox.resolve("list.xlsx"), 3);
  }

  private void put(Workbook workbook, Path target, int month) throws IOException {
    Sheet sheet = workbook.createSheet("表");
    String[][] rows = {{"县区", "2025年%d月原煤产量（万吨）".formatted(month)}, {"代县", "1.5"}, {"代具", "2"}};
    for (int i = 0; i < rows.length; i++) {
      Row row = sheet.createRow(i);
      for (int j = 0; j < rows[i].length; j++) {
        row.createCell(j).setCellValue(rows[i][j]);
      }
    }
    Path draft = folder.resolve(target.getFileName());
    try (workbook;
        OutputStream out = Files.newOutputStream(draft)) {
      workbook.write(out);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + machine);
    return settings;
  }

  private List<String> filed(String ending) throws IOException {
    return ServiceProcess.filesIn(home.resolve("data/rejected")).stream()
        .map(it -> it.getFileName().toString())
        .filter(it -> it.endsWith(ending))
        .toList();
  }

  @Test
  void serviceWritesNothingIntoTheFolderOfTheMachine() throws Exception {
    try (WatchService watch = machine.getFileSystem().newWatchService()) {
      WatchKey made = machine.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      ServiceProcess service = ServiceProcess.withConsole(home, settings());
      service.awaitEmptyInbox(Duration.ofSeconds(60));
      Answer answer = new RawHttp(service.console()).get("/api/observations?format=xlsx");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(ServiceProcess.filesIn(home.resolve("data/tmp"))).isEmpty();
      assertThat(service.stop()).isZero();

      assertThat(filed(".marked.xlsx"))
          .containsExactly("copy.xlsx.marked.xlsx", "list.xlsx.marked.xlsx", "old.xls.marked.xlsx");
      assertThat(service.log()).doesNotContain("WARN");
      assertThat(made(made)).containsExactly("end");
      assertThat(home.resolve("data/tmp")).isEmptyDirectory();
    }
  }

  /** What was made up to now, whether it is still there or not. */
  private List<String> made(WatchKey key) throws Exception {
    Files.createFile(machine.resolve("end"));
    List<String> names = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!names.contains("end") && System.nanoTime() < end) {
      for (WatchEvent<?> event : key.pollEvents()) {
        names.add(String.valueOf(event.context()));
      }
    }
    return names;
  }

  @Test
  void filesAreLoadedReportedAndPutAwayWhereNoTemporaryFileCanBeMade() throws Exception {
    Files.writeString(home.resolve("data/tmp"), "in the place of the folder");
    Map<String, String> settings = settings();
    settings.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("nowhere"));
    ServiceProcess service = ServiceProcess.start(home, settings);
    service.awaitEmptyInbox(Duration.ofSeconds(60));
    assertThat(service.stop()).isZero();

    assertThat(filed(".report.html")).hasSize(3);
    assertThat(filed(".marked.xlsx")).isEmpty();
    assertThat(ServiceProcess.filesIn(home.resolve("data/waiting"))).isEmpty();
    for (Path file : ServiceProcess.filesIn(home.resolve("data/rejected"))) {
      if (file.toString().endsWith(".html")) {
        assertThat(file)
            .content()
            .contains("标注副本没有写成")
            .contains("No marked copy of the workbook could be made");
      }
    }
  }
}
