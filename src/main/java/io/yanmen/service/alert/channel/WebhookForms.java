package io.yanmen.service.alert.channel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms that the settings may name. To know another one, add it to {@link #known}. */
public final class WebhookForms {
  private final List<WebhookForm> forms;

  private WebhookForms(List<WebhookForm> forms) {
    this.forms = List.copyOf(forms);
  }

  /** All that ship; the first is that of an address of which nothing is said. */
  public static WebhookForms known() {
    return new WebhookForms(
        List.of(new JsonForm(), new DingTalkForm(), new WeComForm(), new FeishuForm()));
  }

  /** These and one more. */
  public WebhookForms and(WebhookForm another) {
    return new WebhookForms(Stream.concat(forms.stream(), Stream.of(another)).toList());
  }

  /** The form of that name, as written in the settings. */
  public Optional<WebhookForm> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return forms.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }

  /** The form of an address of which the settings say none. */
  public WebhookForm usual() {
    return forms.get(0);
  }

  public List<String> names() {
    return forms.stream().map(WebhookForm::name).toList();
  }
}
