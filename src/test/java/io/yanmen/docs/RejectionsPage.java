package io.yanmen.docs;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionArguments;
import io.yanmen.model.outcome.RejectionCode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes {@code docs/rejections.md} from the codes, their messages and their examples. */
final class RejectionsPage {
  private static final String HEAD =
      """
      <!-- Generated from RejectionCode, its messages and src/test/resources/docs/rejections.yaml.
           Regenerate: %s -->

      # Why something was refused · 为什么被拒收

      Yanmen loads a figure with the right area, indicator, measure, period and unit, or refuses it and says why. A code is stable: reports, the warehouse (`rejection.code`) and programs use it. Where a cell is refused the others still load, as long as the source tolerates the share of refused cells. After correcting a file, put it into the inbox again under the same name.

      雁门要么把一个数值连同正确的地区、指标、口径、时期和单位一起入库，要么拒收它并说明原因。代码是固定的：报告、数据仓库（`rejection.code`）和程序都使用它。一个单元格被拒收时，其他单元格照常入库，只要被拒收的比例不超过来源允许的范围。改正之后，把文件用原来的名字再放进收件文件夹即可。
      """;

  private final CodePage page;
  private final ExampleReading reading;
  private final Messages zh = Messages.of(Language.ZH);
  private final Messages en = Messages.of(Language.EN);

  RejectionsPage(CodePage page, ExampleReading reading) {
    this.page = page;
    this.reading = reading;
  }

  String text(String command) throws IOException {
    StringBuilder text = new StringBuilder(HEAD.formatted(command));
    Map<RejectionCode, String> sections = RejectionArguments.sections();
    text.append("\n## Contents · 目录\n");
    for (RejectionCode code : RejectionCode.values()) {
      String section = sections.get(code);
      if (section != null) {
        text.append("\n").append(heading(section)).append("\n\n");
      }
      text.append("- [%s](#%s) %s · %s\n".formatted(code, anchor(code), en(code), zh(code)));
    }
    for (RejectionCode code : RejectionCode.values()) {
      String section = sections.get(code);
      if (section != null) {
        text.append("\n## ").append(heading(section)).append('\n');
      }
      entry(text, code);
    }
    return text.toString();
  }

  private String heading(String section) {
    return section + " · " + Objects.requireNonNull(page.sections().get(section), section);
  }

  private String en(RejectionCode code) {
    return en.title(code);
  }

  private String zh(RejectionCode code) {
    return zh.title(code);
  }

  /** As GitHub makes it of a heading. */
  private static String anchor(RejectionCode code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  private void entry(StringBuilder text, RejectionCode code) throws IOException {
    CodePage.Entry entry = page.entry(code);
    CodePage.Example example = entry.example();
    Rejection rejection =
        reading.rejections(code, example).stream()
            .filter(it -> it.code() == code)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the example of " + code + " in docs/rejections.yaml does not give it"));
    text.append("\n### ").append(code).append("\n\n");
    text.append("**%s · %s**\n\n".formatted(en(code), zh(code)));
    text.append("- What it means: ").append(entry.en()).append('\n');
    text.append("- What to do: ").append(en.action(rejection)).append('\n');
    text.append("- 含义：").append(entry.zh()).append('\n');
    text.append("- 怎么办：").append(zh.action(rejection)).append('\n');
    text.append("\nExample · 例子\n\n");
    if (example.table() != null && !example.table().isEmpty()) {
      text.append("```csv\n").append(example.table()).append("```\n\n");
    }
    text.append("> ").append(en.message(rejection, example.file())).append("\n>\n");
    text.append("> ").append(zh.message(rejection, example.file())).append('\n');
  }
}
