//! Words are found where the query string promises, and shown where they were found.

mod query_world;

use event_file::Calendar;
use event_file::event::{Event, Kind, Translation};
use listing::index::Index;
use listing::results::results;
use listing::search::Search;
use query::Query;
use query_world::{World, now};

/// Whether `q` finds an event of that title.
fn finds(title: &str, q: &str) -> bool {
    let event = Event {
        title: title.into(),
        ..Event::default()
    };
    found(event, q)
}

fn found(event: Event, q: &str) -> bool {
    let calendar = Calendar {
        events: vec![event],
        ..Calendar::default()
    };
    let name = |code: &str| (code == "DE").then(|| "Deutschland".to_owned());
    let index = Index::new(&calendar, &name);
    let query = Query {
        q: q.to_owned(),
        ..Query::default()
    };
    let now = now("2023-11-04T00:00:00Z", "UTC");
    results(&calendar, &index, &query, &now, &World).matched == [0]
}

#[test]
fn every_word_at_the_start_of_a_word() {
    for (title, q) in [
        ("March for Peace", ""),
        ("March for Peace", " ,. "),
        ("March for Peace", "peace march"),
        ("March for Peace", "PE"),
        ("Sit-in", "sit in"),
        ("Sit in", "sit-in"),
        ("Place de l’Odéon", "odeon"),
        ("#FreePalestine now!", "freepal"),
        ("N°5", "5"),
        ("مسيرة القاهرة", "القاهره"),
        ("مسيرة القاهرة", "مسيره"),
        ("می‌خواهم", "میخ"),
        ("हिन्दी में", "हिन्"),
        ("東京でデモ行進", "デモ"),
        ("東京でﾃﾞﾓ行進", "デモ"),
        ("東京でデモ行進", "京で"),
        ("東京2023デモ", "2023"),
        ("東京2023デモ", "京 20 モ"),
        ("新宿NYC連帯", "nyc"),
        ("서울광장 집회", "광장"),
        ("ชุมนุมที่กรุงเทพ", "กรุงเทพ"),
        ("ການຊຸມນຸມ", "ຊຸມ"),
        ("ភ្នំពេញ", "ពេញ"),
        ("ရန်ကုန်မြို့", "ကုန်"),
    ] {
        assert!(finds(title, q), "{title:?} {q:?}");
    }
    for (title, q) in [
        ("March for Peace", "arch"),
        ("March for Peace", "peace rally"),
        ("March for Peace", "for-peaceful"),
        ("मुक्त", "त"),
        ("東京でデモ行進", "テモ"),
        ("東京でがっこう", "かっこう"),
        ("서울", "서우"),
        ("東京 都", "京都"),
    ] {
        assert!(!finds(title, q), "{title:?} {q:?}");
    }
}

#[test]
fn every_field_that_is_promised() {
    let event = || Event {
        title: "t1 ".into(),
        place: Some("p2".into()),
        address: Some("a3".into()),
        city: Some("c4".into()),
        region: Some("r5".into()),
        country: Some("DE".into()),
        organizers: vec!["o6".into(), "o7".into()],
        tags: vec!["g8".into()],
        campaign: Some("m9".into()),
        kinds: vec![Kind::SitIn, Kind::Unknown("Kiss-in".into())],
        description: Some("d0\n\nd1".into()),
        translations: vec![Translation {
            title: Some("x1".into()),
            place: Some("x2".into()),
            city: Some("x3".into()),
            description: Some("x4".into()),
            ..Translation::default()
        }],
        accessibility: Some("ramp".into()),
        url: Some("https://example.org".into()),
        ..Event::default()
    };
    for word in "t1 p2 a3 c4 r5 o6 o7 g8 m9 sit kiss d0 d1 x1 x2 x3 x4 deutschl".split(' ') {
        assert!(found(event(), word), "{word}");
    }
    assert!(found(
        event(),
        "t1 p2 a3 c4 r5 o6 o7 g8 m9 sit kiss d0 d1 x1 x2 x3 x4 deutschland"
    ));
    for word in ["ramp", "https", "DE1"] {
        assert!(!found(event(), word), "{word}");
    }
}

#[test]
fn other_words_would_do() {
    let finds = |query: &str| {
        let calendar = query_world::calendar(&["paris - - -", "lyon - - -", "lima - - -"]);
        let index = Index::new(&calendar, &|_| None);
        let now = now("2023-11-04T00:00:00Z", "UTC");
        results(&calendar, &index, &Query::parse(query), &now, &World).matched
    };
    assert_eq!(finds("q=par&q=lyon"), [1, 0]);
    assert_eq!(finds("q=par&q=."), [2, 1, 0]);
}

/// What matches `q` in `text`, in brackets.
fn marked(text: &str, q: &str, expected: &str) {
    let mut shown = String::new();
    let mut end = 0;
    for part in Search::new(q).matches(text) {
        shown += &format!("{}[{}]", &text[end..part.start], &text[part.clone()]);
        end = part.end;
    }
    shown += &text[end..];
    assert_eq!(shown, expected, "{text} {q}");
}

#[test]
fn matches_are_shown() {
    for (text, q, expected) in [
        ("March for Peace", "", "March for Peace"),
        ("March for Peace", "pea MAR", "[Mar]ch for [Pea]ce"),
        ("march, arch, march", "mar", "[mar]ch, arch, [mar]ch"),
        ("Zürich", "zur", "[Zür]ich"),
        ("Zu\u{308}rich", "zu", "[Zu\u{308}]rich"),
        ("Zu\u{308}rich", "z", "[Z]u\u{308}rich"),
        ("Straße", "stras", "[Straß]e"),
        ("ﬁn", "f", "[ﬁ]n"),
        ("القَاهِرَة", "القاه", "[القَاهِ]رَة"),
        ("東京都庁前", "京都 前", "東[京都]庁[前]"),
        ("東京都", "東京 京都", "[東京都]"),
        ("ﾃﾞﾓ行進", "デ", "[ﾃﾞ]ﾓ行進"),
        ("デ\u{301}モ", "デモ", "[デ\u{301}モ]"),
        ("peaceful peace", "p peace", "[peace]ful [peace]"),
        ("東京2023", "20", "東京[20]23"),
        ("한국", "국", "한[국]"),
        (
            "한\u{1112}\u{1161}\u{11ab}",
            "한",
            "[한\u{1112}\u{1161}\u{11ab}]",
        ),
        ("½ hour", "2", "[½] hour"),
    ] {
        marked(text, q, expected);
    }
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Parts are whole letters, in order, apart; and there are some where a title is found by one word.
        #[test]
        fn matches_agree_with_the_search(
            title in "[a-cA-Cßéا-ب東京デﾞ\u{301}12 ,.-]{0,10}|\\PC{0,8}",
            q in "[a-cßé東京デا12]{1,3}|\\PC{1,3}",
        ) {
            let search = Search::new(&q);
            let parts = search.matches(&title);
            let mut end = 0;
            for part in &parts {
                prop_assert!(end == 0 || part.start > end);
                prop_assert!(part.start < part.end);
                prop_assert!(title.get(part.clone()).is_some());
                end = part.end;
            }
            if finds(&title, &q) && !search.is_empty() {
                prop_assert!(!parts.is_empty());
            }
        }
    }
}
