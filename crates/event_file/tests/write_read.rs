//! A calendar that is written and read again is the same calendar.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, NaiveTime};
use event_file::event::{Attendance, Kind, Link, Precision, Status, Text, Translation};
use event_file::file::{About, Contact, Credit, Tiles};
use event_file::{Calendar, Event, WallTime, read, write};
use geo::Position;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        "[a-zA-Z]{1,12}",
        "\\PC{0,20}[^\\s\\p{C}]",
        "[ا-ي \"\\\\\n]{0,8}س"
    ]
    .prop_map(Text::from)
}

fn some(text: impl Strategy<Value = Text>) -> impl Strategy<Value = Option<Text>> {
    prop::option::of(text)
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    prop::collection::btree_set(text(), 0..4).prop_map(|texts| texts.into_iter().collect())
}

fn url() -> impl Strategy<Value = Text> {
    prop_oneof![
        "https://[a-z]{1,8}\\.example/[a-z0-9?=&#]{0,8}",
        "mailto:[a-z]{1,8}@example\\.org",
        "[a-z]{1,9}"
    ]
    .prop_map(Text::from)
}

fn rest() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<f64>().prop_map(Value::from),
        text().prop_map(|text| text.as_str().into()),
        text().prop_map(|text| json!([{ "a": text.as_str() }])),
    ];
    let members = prop::collection::vec(("x-[a-z]{1,4}", value), 0..3);
    members.prop_map(|members| members.into_iter().collect())
}

fn wall_time() -> impl Strategy<Value = WallTime> {
    let time = (
        0..86_400_u32,
        prop_oneof![Just(0_u32), 0..1_000_000_000_u32],
    );
    let time = time.prop_map(|(second, nano)| {
        NaiveTime::from_num_seconds_from_midnight_opt(second, nano).unwrap()
    });
    let clock = prop::option::of((time, prop::option::of(-1080..=1080)));
    // Years 0 to 9999.
    (-719_528..2_932_897_i32, clock).prop_map(|(day, clock)| WallTime {
        date: NaiveDate::from_epoch_days(day).unwrap(),
        time: clock.map(|(time, _)| time),
        offset: clock.and_then(|(_, offset)| offset),
    })
}

fn position() -> impl Strategy<Value = Position> {
    let position = (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Position { lat, lon });
    position.prop_filter("0, 0 stands for unknown", |at| *at != Position::default())
}

fn kind() -> impl Strategy<Value = Kind> {
    let known = prop::sample::select(Kind::KNOWN).prop_map(|(_, kind)| kind);
    prop_oneof![
        known,
        "x[a-z]{1,8}".prop_map(|kind| Kind::Unknown(kind.into()))
    ]
}

fn link() -> impl Strategy<Value = Link> {
    let label = prop_oneof![Just(Text::default()), text()];
    (label, url(), rest()).prop_map(|(label, url, rest)| Link { label, url, rest })
}

fn translation() -> impl Strategy<Value = Translation> {
    (
        some(text()),
        some(text()),
        some(text()),
        some(text()),
        rest(),
    )
        .prop_map(|(title, place, city, description, rest)| Translation {
            language: Text::default(),
            title,
            place,
            city,
            description,
            rest,
        })
}

prop_compose! {
    fn when_and_where()(
        start in prop::option::of(wall_time()),
        length in prop::option::of(0..10_u64),
        timezone in prop::option::of(Just(Text::from("Europe/Paris"))),
        previously in prop::option::of(wall_time()),
        country in prop::option::of(prop::sample::select(vec!["FR", "PS", "XK"])),
        position in prop::option::of(position()),
        precision in prop::sample::select(Precision::ALL.map(|(_, precision)| precision).to_vec()),
        route in prop_oneof![Just(Vec::new()), prop::collection::vec(position(), 2..5)],
        [place, address, city, region] in prop::array::uniform4(some(text())),
    ) -> Event {
        let last = start.zip(length).and_then(|(start, days)| {
            Some(WallTime { date: start.date.checked_add_days(chrono::Days::new(days))?, ..start })
        });
        let end = last.filter(|end| end.to_string().len() < 40 && !end.to_string().starts_with('+'));
        let country = country.map(Text::from);
        Event {
            start, end, timezone, previously, country, position, precision, route,
            place, address, city, region, ..Event::default()
        }
    }
}

prop_compose! {
    fn event()(
        event in when_and_where(),
        title in text(),
        kinds in prop::collection::vec(kind(), 0..3),
        status in prop::sample::select(Status::ALL.map(|(_, status)| status).to_vec()),
        (organizers, tags, sources) in (texts(), texts(), texts()),
        [online, url, image] in prop::array::uniform3(some(url())),
        [campaign, description, image_alt, accessibility] in prop::array::uniform4(some(text())),
        links in prop::collection::vec(link(), 0..3),
        translations in prop::collection::btree_map("[a-z]{2,3}(-[A-Z]{2})?", translation(), 0..3),
        attendance in prop::option::of((0..1_000_000_u64, 0..1_000_000_u64)),
        [verified, updated] in prop::array::uniform2(prop::option::of(wall_time())),
        rest in rest(),
    ) -> Event {
        let mut event = event;
        for kind in kinds {
            if !event.kinds.contains(&kind) {
                event.kinds.push(kind);
            }
        }
        let translations = translations
            .into_iter()
            .map(|(language, texts)| Translation { language: language.into(), ..texts })
            .collect();
        let attendance = attendance.map(|(low, more)| Attendance { low, high: low + more });
        let language = Some(Text::from("pt-BR"));
        Event {
            title, status, organizers, tags, sources, online, url, image, campaign, description,
            image_alt, accessibility, links, translations, attendance, verified, updated, rest,
            language, ..event
        }
    }
}

prop_compose! {
    fn about()(
        [title, description, email, repository, attribution] in prop::array::uniform5(some(text())),
        [contact_url, credit_url] in prop::array::uniform2(some(url())),
        updated in prop::option::of(wall_time()),
        credit in prop::option::of(text()),
        zoom in prop::option::of(prop::option::of(0..=30_u8)),
        [rest, contact_rest, credit_rest, tiles_rest] in prop::array::uniform4(rest()),
    ) -> About {
        let credits = credit.map(|text| Credit { text, url: credit_url, rest: credit_rest });
        let url = Text::from("https://tile.example.org/{z}/{x}/{y}.png");
        About {
            title,
            description,
            language: None,
            contact: Contact { email, url: contact_url, repository, rest: contact_rest },
            updated,
            credits: credits.into_iter().collect(),
            tiles: zoom.map(|max_zoom| Tiles { url, attribution, max_zoom, rest: tiles_rest }),
            rest,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_written_reads_the_same(
        about in about(),
        mut events in prop::collection::vec(event(), 0..4),
        unreadable in prop::collection::vec(prop_oneof![Just(json!({})), Just(json!([1])), Just(json!("text"))], 0..3),
        rest in rest(),
    ) {
        for (at, event) in events.iter_mut().enumerate() {
            event.id = format!("event-{at}").into();
        }
        let calendar = Calendar { about, events, unreadable, rest };
        let (again, problems) = read(write(&calendar).as_bytes()).unwrap();
        prop_assert_eq!(&again, &calendar, "{:#?}", problems);
    }

    #[test]
    fn a_wall_time_is_written_as_it_was_read(at in wall_time()) {
        prop_assert_eq!(at.to_string().parse(), Ok(at));
    }
}
