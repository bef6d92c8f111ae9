//! How long an event lasts, as cells of ends say it: “2 hours”, “90 min”, `PT1H30M`.

use std::sync::LazyLock;

use chrono::{Duration, NaiveTime, Timelike as _};
use fold::fold;

use crate::ics;

/// Words for hours behind a number.
const HOURS: &str = "hour hours hr hrs stunde stunden std stdn heures heure horas hora ore ora uren godziny godzin godzina \
    часа часов час години годин година saat timer time timmar timme tuntia tunti hodiny hodin hodina óra órát ώρες ώρα \
    ساعات ساعة ساعتين ساعت گھنٹے گھنٹہ שעות שעה 時間 小时 小時 시간 jam giờ tiếng घंटे घंटा ঘন্টা ঘণ্টা ชั่วโมง masaa sati \
    sata časa сата valandos valandų stundas tundi h";
/// Words for minutes.
const MINUTES: &str = "min mins minute minutes minuten minuti minutos minuto minut minuty minutter minuter minuuttia \
    минут минуты мин хвилин хв dakika dk perc λεπτά دقيقة دقیقه منٹ דקות 分 分钟 分鐘 分間 분 menit phút मिनट মিনিট นาที \
    dakika minuta minutės minūtes minutit";
/// Those for hours that stand behind an hour of the day as well: “18 heures”, “18 h”.
const ALSO_CLOCK: &str = "heures heure horas hora ore ora часа часов час години годин година saat óra ώρα ساعة ساعت 시간 \
    jam giờ h hrs časa godziny godzina";

/// The words, folded.
static WORDS: LazyLock<[Vec<String>; 3]> = LazyLock::new(|| {
    [HOURS, MINUTES, ALSO_CLOCK].map(|words| words.split_whitespace().map(fold).collect())
});

/// How long an event that begins at an hour lasts, if a cell of ends says that and no hour of the day.
pub fn duration(cell: &str, begin: NaiveTime) -> Option<Duration> {
    let (lasts, clock) = read(cell)?;
    // “18 heures” is an hour of the day behind 14:00, “2 heures” is none.
    let may_be_clock = clock.is_some_and(|hour| hour > begin.hour() && hour <= 24);
    (!may_be_clock).then_some(lasts)
}

/// How long an event lasts, from a column of nothing else, where `1:30` and a number are durations, too. The heading says
/// whether numbers are hours or minutes, else small ones are hours.
pub fn lasting(cell: &str, heading: &str) -> Option<Duration> {
    if let Some((lasts, _)) = read(cell) {
        return Some(lasts);
    }
    let cell = cell.trim().replace(',', ".");
    if let Some((hours, minutes)) = cell.split_once([':', 'h']) {
        // Spreadsheets add seconds.
        let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
        return within(hours.parse().ok()?, minutes.parse().ok()?);
    }
    let number: f64 = cell.parse().ok()?;
    let heading = fold(heading);
    let is = |words: &[String]| {
        let mut named = heading.split(|letter: char| !letter.is_alphanumeric());
        named.any(|word| words.iter().any(|own| own == word))
    };
    let minutes = match (is(&WORDS[0]), is(&WORDS[1])) {
        (true, false) => number * 60.0,
        (false, true) => number,
        _ if number <= 12.0 => number * 60.0,
        _ => number,
    };
    within(0.0, minutes)
}

/// A duration; and the hour of the day that the same text may be.
fn read(cell: &str) -> Option<(Duration, Option<u32>)> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 40 {
        return None;
    }
    if cell.starts_with('P') {
        return ics::time::duration(cell).map(|lasts| (lasts, None));
    }
    let folded = fold(cell).replace(',', ".");
    let mut rest = folded.trim_start_matches(['~', '+', ' ']).trim();
    let (mut hours, mut minutes, mut clock) = (None, None, None);
    while !rest.is_empty() {
        let number = |letter: char| letter.is_ascii_digit() || letter == '.';
        let (digits, after) = rest.split_at(rest.find(|letter| !number(letter))?);
        let count: f64 = digits.parse().ok()?;
        let after = after.trim_start_matches([' ', '-']);
        let end = after.find(|letter: char| letter.is_ascii_digit() || letter.is_whitespace());
        let (word, after) = after.split_at(end.unwrap_or(after.len()));
        let word = word.trim_end_matches('.');
        let is = |words: &[String]| words.iter().any(|own| own == word);
        if is(&WORDS[0]) && hours.is_none() && minutes.is_none() {
            hours = Some(count);
            clock = is(&WORDS[2]).then_some(count as u32);
        } else if is(&WORDS[1]) && minutes.is_none() {
            minutes = Some(count);
        } else {
            return None;
        }
        let after = after.trim_start();
        let and = [
            "and ", "und ", "et ", "y ", "e ", "и ", "en ", "och ", "og ",
        ];
        rest = and
            .iter()
            .find_map(|and| after.strip_prefix(and))
            .unwrap_or(after);
    }
    Some((within(hours.unwrap_or(0.0), minutes.unwrap_or(0.0))?, clock))
}

/// A duration of at least a minute and at most two days.
fn within(hours: f64, minutes: f64) -> Option<Duration> {
    let minutes = (hours * 60.0 + minutes).round();
    (1.0..=2880.0)
        .contains(&minutes)
        .then(|| Duration::minutes(minutes as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, begin: u32, expected: Option<i64>) {
        let begin = NaiveTime::from_hms_opt(begin, 0, 0).unwrap();
        let found = duration(cell, begin).map(|lasts| lasts.num_minutes());
        assert_eq!(found, expected, "{cell} {begin}");
    }

    #[test]
    fn durations_in_cells_of_ends() {
        check("2 hours", 10, Some(120));
        check("2 hours", 1, Some(120));
        check("90 min", 18, Some(90));
        check("90min", 18, Some(90));
        check("1.5 hours", 18, Some(90));
        check("1,5 Stunden", 18, Some(90));
        check("1 hour 30 minutes", 18, Some(90));
        check("2 Std.", 18, Some(120));
        check("PT1H30M", 18, Some(90));
        check("2 heures", 14, Some(120));
        check("18 heures", 14, None);
        check("2時間", 14, Some(120));
        check("2 часа", 14, Some(120));
        check("17:00", 14, None);
        check("5 pm", 14, None);
        check("16 Uhr", 14, None);
        check("", 14, None);
        check("late", 14, None);
    }

    #[test]
    fn a_column_of_durations() {
        for (cell, heading, expected) in [
            ("1:30", "duration", Some(90)),
            ("2", "duration", Some(120)),
            ("45", "duration", Some(45)),
            ("2", "duration (min)", Some(2)),
            ("1h30", "durée", Some(90)),
            ("24", "Dauer in Stunden", Some(1440)),
            ("a while", "duration", None),
        ] {
            let found = lasting(cell, heading).map(|lasts| lasts.num_minutes());
            assert_eq!(found, expected, "{cell} {heading}");
        }
    }
}
