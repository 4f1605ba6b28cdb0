package io.yanmen.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.check.other.OtherCheck;
import io.yanmen.model.check.rule.NotANumber;
import io.yanmen.model.outcome.RejectionCode;
import org.junit.jupiter.api.Test;

class CheckRoomTest {
  @Test
  void checkIsRegisteredByBeingThere() {
    assertThat(CheckRoom.of(ToyCheck.class)).singleElement().isInstanceOf(NotANumber.class);
  }

  @Test
  void classIsNamedAfterItsCode() {
    assertThat(CheckRoom.className(RejectionCode.RANK_OUT_OF_RANGE)).isEqualTo("RankOutOfRange");
  }

  @Test
  void checkUnderTheNameOfAnotherIsNoCheck() {
    assertThatThrownBy(() -> CheckRoom.of(OtherCheck.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NoUnit")
        .hasMessageContaining("NO_AREA");
  }
}
