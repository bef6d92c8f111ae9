//! The time at which a form was filled in, as programs for forms call the column: never the day or hour of the event.

use crate::words::plain;

/// What such columns are called, folded as headings are.
const SENT: [&str; 62] = [
    "timestamp",
    "time stamp",
    "submission time",
    "submission date",
    "submitted at",
    "submitted on",
    "completion time",
    "date submitted",
    "time submitted",
    "zeitstempel",
    "eingangszeit",
    "abgabezeit",
    "horodateur",
    "horodatage",
    "marca temporal",
    "marca de tiempo",
    "carimbo de data hora",
    "carimbo de data e hora",
    "carimbo data hora",
    "carimbo de tempo",
    "data de envio",
    "hora de envio",
    "отметка времени",
    "позначка часу",
    "мітка часу",
    "informazioni cronologiche",
    "data e ora di invio",
    "sygnatura czasowa",
    "znacznik czasu",
    "zaman damgasi",
    "zaman damgası",
    "タイムスタンプ",
    "回答日時",
    "送信日時",
    "타임스탬프",
    "응답 시간",
    "时间戳",
    "時間戳記",
    "时间戳记",
    "提交时间",
    "提交時間",
    "tijdstempel",
    "tidsstempel",
    "tidstampel",
    "tidsstampel",
    "aikaleima",
    "casove razitko",
    "casova peciatka",
    "casova znacka",
    "idobelyeg",
    "marcaj de timp",
    "marca de temps",
    "marcatge horari",
    "χρονικη σημανση",
    "χρονοσφραγιδα",
    "клеймо за време",
    "vremenska oznaka",
    "casovni zig",
    "dau thoi gian",
    "طابع زمني",
    "חותמת זמן",
    "stempel waktu",
];

/// Whether a heading is over the times at which a form was filled in.
pub fn is_sent(heading: &str) -> bool {
    let heading = plain(heading);
    SENT.iter().any(|own| plain(own) == heading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::columns::{Part, meaning, part};

    #[test]
    fn the_time_of_a_form_is_no_day_and_no_hour() {
        for heading in [
            "Carimbo de data/hora",
            "Timestamp",
            "Horodateur",
            "Marca temporal",
            "Отметка времени",
            "Informazioni cronologiche",
            "Sygnatura czasowa",
            "Zaman damgası",
            "タイムスタンプ",
            "Submission time",
            "Tidsstämpel",
        ] {
            assert_eq!(meaning(heading), None, "{heading}");
            assert_eq!(part(heading), Some(Part::OtherDay), "{heading}");
        }
        for heading in ["Timestamp of event", "Start timestamp"] {
            assert!(!is_sent(heading), "{heading}");
        }
    }
}
