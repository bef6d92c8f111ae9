//! No source makes the readers panic or hang, whatever is in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use clap::ValueEnum as _;
use import::format::Format;
use import::options::Options;
use import::source::read;
use proptest::prelude::*;

/// Pieces that readers look for, so that what is made of them goes deep.
const PIECES: [&str; 64] = [
    "BEGIN:VCALENDAR\n",
    "BEGIN:VEVENT\n",
    "END:VEVENT\n",
    "END:VCALENDAR\n",
    "BEGIN:VTIMEZONE\n",
    "END:VTIMEZONE\n",
    "DTSTART:20231104T140000Z\n",
    "DTSTART;TZID=X:20231104T140000\n",
    "DTEND;VALUE=DATE:20231105\n",
    "DURATION:P99999D\n",
    "RRULE:FREQ=DAILY\n",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,-1SU;COUNT=65535\n",
    "RRULE:FREQ=MONTHLY;BYDAY=-1¯U;COUNT=3\n",
    "RDATE:20231104,99990101T000000Z\n",
    "EXDATE:20231104\n",
    "RECURRENCE-ID:20231104T140000Z\n",
    "UID:a\n",
    "SUMMARY:A\\,\n b\n",
    "date,title,city\n",
    "04/11/2023",
    "2 pm – 4 pm",
    "Saturday, November 4",
    "mar 4 nov.",
    "2023-11-04",
    "\"",
    ",",
    ";",
    "\t",
    "\n",
    "{\"type\":\"FeatureCollection\",\"features\":[",
    "{\"@type\":\"Event\",\"startDate\":\"2023-11-04\"",
    "[",
    "]",
    "{",
    "}",
    ":",
    "<script type=\"application/ld+json\">",
    "</script>",
    "<p>",
    "<a href=",
    "&#x110000;",
    "Lyon, France: ",
    " – ",
    "(",
    "https://a.example/é",
    "北京 14時",
    "From: a@a.example\nTo: b@a.example\n",
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "--x\nContent-Type: text/calendar\n\n",
    "=C3=\n",
    "[3/11/23, 18:42:07] Name: ",
    "~",
    "<?xml version=\"1.0\"?><rss><channel><item>",
    "<title>March</title><ev:startdate>2023-11-04",
    "<![CDATA[",
    "| Date | City |\n|---|---|\n",
    "| 2023-11-04 | Lyon |\n",
    "[Lyon](https://a.example): ",
    "~~",
    "<div itemscope itemtype=\"https://schema.org/Event\"><b itemprop=startDate>",
    "{\"start\":{\"dateTime\":\"2023-11-04\"}}",
    "{\"messages\":[{\"type\":\"message\",\"text\":[\"",
];

fn options() -> Options {
    let mut options = Options::new("2023-11-01".parse().unwrap());
    options.year = Some(2023);
    options
}

fn anything() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..25);
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "\\PC{0,120}".prop_map(String::into_bytes),
        pieces.prop_map(|pieces| pieces.concat().into_bytes()),
    ]
}

proptest! {
    // Each case goes through every reader; `PROPTEST_CASES` makes them more.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 8))]

    #[test]
    fn every_reader_bears_anything(bytes in anything()) {
        let options = options();
        let formats = Format::value_variants().iter().copied().map(Some);
        for format in formats.chain([None]) {
            if let Ok(reading) = read(&bytes, "source", format, &options) {
                // Each entry gave events or a reject.
                prop_assert!(reading.entries <= reading.drafts.len() + reading.rejects.len());
                prop_assert!(reading.rejects.len() <= reading.entries);
            }
        }
    }
}

#[test]
fn hostile_sources_are_bounded() {
    let options = options();
    let deep = "[".repeat(100_000);
    assert!(read(deep.as_bytes(), "deep", None, &options).is_err());
    let wide = format!("date,title{}\n2023-11-04,A\n", ",x".repeat(1_000_000));
    let wide = read(wide.as_bytes(), "wide", Some(Format::Csv), &options);
    assert!(wide.is_err());
    let open = format!("date,title\n2023-11-04,\"{}", "x".repeat(5 << 20));
    let open = read(open.as_bytes(), "open", None, &options).unwrap();
    assert_eq!((open.drafts.len(), open.rejects.len()), (0, 1));
    assert!(open.rejects[0].text.len() < 20_000);
    let bomb = "BEGIN:VEVENT\nDTSTART:19000101T000000Z\nRRULE:FREQ=DAILY;UNTIL=99991231\nSUMMARY:A\nEND:VEVENT\n".repeat(20);
    let bomb = read(
        format!("BEGIN:VCALENDAR\n{bomb}END:VCALENDAR\n").as_bytes(),
        "bomb",
        None,
        &options,
    )
    .unwrap();
    assert_eq!((bomb.drafts.len(), bomb.rejects.len()), (0, 20));
}

/// A recurrence that is no RFC 5545 is a reject with its text, whatever letters it has.
#[test]
fn a_recurrence_of_other_letters_is_a_reject() {
    for rule in [
        "FREQ=MONTHLY;BYDAY=-1¯U",
        "FREQ=WEEKLY;BYDAY=ПН",
        "FREQ=WEEKLY;BYDAY=é",
        "FREQ=毎週",
        "ＦＲＥＱ=DAILY",
    ] {
        let event = format!(
            "BEGIN:VEVENT\nDTSTART:20240301T180000Z\nRRULE:{rule}\nSUMMARY:A\nEND:VEVENT\n"
        );
        let source = format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n");
        let read = read(source.as_bytes(), "source", None, &options()).unwrap();
        assert_eq!((read.drafts.len(), read.rejects.len()), (0, 1), "{rule}");
        assert!(
            read.rejects[0].reason.contains(rule),
            "{}",
            read.rejects[0].reason
        );
    }
}
