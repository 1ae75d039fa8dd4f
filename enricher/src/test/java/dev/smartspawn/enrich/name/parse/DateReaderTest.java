package dev.smartspawn.enrich.name.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-opus-4-5-20251101 | 2025-11-01",
        "gpt-4.1-2025-04-14 | 2025-04-14",
        "command-a-03-2025 | 2025-03",
        "gpt-4o (aug '24) | 2024-08",
        "gemini 2.5 pro preview (mar' 25) | 2025-03",
        "gpt-5.5 instant (may 2026) | 2026-05",
        "claude 3.5 sonnet (june '24) | 2024-06",
        "gemini-2.5-pro-preview-05-06 | 05-06",
        "mistral-large-2407 | 2024-07",
        "deepseek-r1-0528 | 05-28",
        "step-2-16k-exp-202412 | 2024-12",
        "deepseek r1 0528 (may '25) | 2025-05-28",
        "phi-3-mini-4k-instruct-june-2024 | 2024-06"
      })
  void findsDatesInEveryForm(String name, String date) {
    assertThat(DateReader.read(name).date()).map(PartialDate::toString).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r1 1776",
        "qwen2.5-7b-instruct-1m",
        "llama-3-8b-instruct-gradient-1048k",
        "claude-opus-4-6",
        "mayonnaise-12b",
        "phi-1.5",
        "o3-mini",
        "mixtral-8x22b"
      })
  void otherNumbersAreNoDates(String name) {
    assertThat(DateReader.read(name).date()).isEmpty();
    assertThat(DateReader.read(name).rest()).isEqualTo(name);
  }

  @Test
  void dateIsTakenOutOfTheName() {
    assertThat(DateReader.read("kimi-k2-0905-preview").rest()).isEqualTo("kimi-k2- -preview");
  }

  @Test
  void impossibleDayIsNoDate() {
    assertThat(DateReader.read("model-20250231").date()).isEmpty();
  }

  @Test
  void datesAgreeInWhatBothSay() {
    PartialDate month = PartialDate.ofMonth(2025, 7);
    assertThat(month.agreesWith(PartialDate.ofDay(7, 25))).isTrue();
    assertThat(month.agreesWith(PartialDate.of(LocalDate.of(2024, 7, 1)))).isFalse();
    assertThat(month.and(PartialDate.ofDay(7, 25)).exact()).contains(LocalDate.of(2025, 7, 25));
  }

  @Test
  void daysAreCountedFromTheNearestDateThatMayBeMeant() {
    LocalDate newYear = LocalDate.of(2025, 1, 1);
    assertThat(PartialDate.ofDay(12, 31).daysUntil(newYear)).isEqualTo(1);
    assertThat(PartialDate.ofMonth(2025, 1).daysUntil(newYear)).isZero();
    assertThat(PartialDate.ofMonth(2025, 2).daysUntil(newYear)).isEqualTo(-31);
    assertThat(PartialDate.ofDay(2, 29).daysUntil(LocalDate.of(2025, 2, 28))).isZero();
  }
}
