//! What the small JSON reader takes and refuses, held against serde_json.

use proptest::prelude::*;
use serde_json::Value;

use super::{Json, Member};

/// The value of a text that is nothing else.
fn value(text: &str) -> Option<Value> {
    let mut json = Json::new(text);
    let value = json.value()?;
    json.end().map(|()| value)
}

#[track_caller]
fn check(text: &str, is_read: bool) {
    let found = value(text);
    assert_eq!(found.is_some(), is_read, "{text}");
    if is_read {
        assert_eq!(found, serde_json::from_str(text).ok(), "{text}");
    }
}

#[test]
fn json_is_read() {
    for text in [
        " [ ] ",
        "{}",
        r#"{"a": [1, -2, 0.5, -0.25, -0.0, 10.0, 18446744073709551615, -9223372036854775808], "b": {"c": null}}"#,
        r#"[true, false, null, "", "é \" \\ \/ \b\f\n\r\t \u00e9 \ud83c\udf88"]"#,
        "\t\"\u{2028}\u{7f}\"\r\n",
    ] {
        check(text, true);
    }
}

#[test]
fn what_is_no_json_is_not_read() {
    for text in [
        "",
        " ",
        "{",
        "[1,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a: 1}",
        "{\"a\": 1,}",
        "nul",
        "nulll",
        "True",
        "01",
        "-",
        "1.",
        ".5",
        "+1",
        "-01",
        "1 1",
        "\"a",
        "\"\n\"",
        r#""\x""#,
        r#""\ud83c""#,
        r#""\ud83c\u0041""#,
        r#""\udf88""#,
        r#""\u12""#,
        "\"\\",
        "'a'",
        "[1]]",
        "\u{feff}[]",
    ] {
        check(text, false);
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
}

#[test]
fn what_is_rare_is_left_to_others() {
    for text in [
        "1e3",
        "1.5E3",
        "-0",
        r#"{"\u0061": 1}"#,
        "18446744073709551616",
    ] {
        check(text, false);
    }
    check(&("[".repeat(32) + &"]".repeat(32)), true);
    check(&("[".repeat(33) + &"]".repeat(33)), false);
}

proptest! {
    /// Whatever name was thought likely.
    #[test]
    fn a_guess_changes_no_name(names in prop::collection::vec("[a-c\"é ]{0,3}", 1..5), likely in "[a-c\"é ]{0,3}") {
        let members = names.iter().map(|name| format!("{} : 1", Value::from(name.as_str())));
        let text = format!("{{{}}}", members.collect::<Vec<_>>().join(", "));
        let mut json = Json::new(&text);
        prop_assert_eq!(json.object(), Some(()));
        for name in &names {
            match json.member_like(&likely) {
                Some(Member::Likely) => prop_assert_eq!(name, &likely),
                Some(Member::Named(read)) => prop_assert!(read == name && read != likely),
                Some(Member::None) => prop_assert!(false, "there is another one"),
                None => {
                    prop_assert!(name.contains('"'));
                    return Ok(());
                }
            }
            prop_assert!(json.number().is_some());
        }
        prop_assert!(matches!(json.member_like(&likely), Some(Member::None)));
    }

    #[test]
    fn what_is_read_is_what_serde_reads(text in r#"[\[\]{}:,"\\untrfalse0-9.eE\- bé]{0,24}"#) {
        if let Some(found) = value(&text) {
            prop_assert_eq!(Some(found), serde_json::from_str(&text).ok());
        }
    }

    #[test]
    fn any_text_is_read_again(text in any::<String>()) {
        let written = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(value(&written), Some(Value::String(text)));
    }

    #[test]
    fn coordinates_are_exact(digits in 0_u64..1_000_000_000_000_000_000, places in 1_usize..18) {
        let digits = format!("{digits:019}");
        let (whole, part) = digits.split_at(19 - places);
        let whole = whole.trim_start_matches('0');
        let written = format!("{}.{part}", if whole.is_empty() { "0" } else { whole });
        prop_assert_eq!(value(&written), serde_json::from_str(&written).ok());
    }
}
