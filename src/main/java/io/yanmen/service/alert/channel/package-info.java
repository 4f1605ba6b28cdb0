/**
 * The ways to people: mail, webhooks and the robots of DingTalk, WeCom and Feishu.
 *
 * <p>Takes messages; gives them to the channel, or why it would not have them. Knows nothing of
 * when to tell.
 */
@NullMarked
package io.yanmen.service.alert.channel;

import org.jspecify.annotations.NullMarked;
