//! Days that an entry says without a date, beside the day of its heading: “Düren: Samstag, 14 Uhr” below a Sunday, “le lendemain”.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::when::names::{part_at, weekday_at};
use crate::when::tokens::{Token, as_written, tokens};
use crate::when::words::Purpose;

/// Words between a mark and a day of the week, folded.
const BEFORE: [&str; 42] = [
    "on",
    "the",
    "this",
    "only",
    "am",
    "erst",
    "schon",
    "nur",
    "le",
    "la",
    "ce",
    "el",
    "este",
    "no",
    "na",
    "em",
    "il",
    "op",
    "de",
    "den",
    "w",
    "we",
    "ve",
    "v",
    "в",
    "во",
    "у",
    "την",
    "το",
    "pe",
    "sino",
    "sondern",
    "mais",
    "but",
    "uwaga",
    "achtung",
    "attention",
    "attenzione",
    "ojo",
    "noon",
    "pm",
    "uhr",
];

/// Shorter names of days are words as well, but for these.
const SHORTEST: usize = 4;
const SHORT: [&str; 8] = ["joi", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Why the day of the heading, one of `days`, may not be that of the entry with this text.
pub fn day_by_name(text: &str, days: &[NaiveDate]) -> Option<String> {
    let tokens = tokens(text);
    let is_own = |weekday: Weekday| days.iter().any(|day| day.weekday() == weekday);
    let other = weekdays(text, &tokens).find(|(weekday, _)| !is_own(*weekday));
    if let Some((_, words)) = other {
        return Some(format!(
            "“{words}” is not the day of the week of its date: write the date of the entry"
        ));
    }
    let later = (0..tokens.len()).find_map(|at| {
        let to = Purpose::Later.phrases().past(&tokens, at)?;
        Some(as_written(text, &tokens[at..to]))
    })?;
    Some(format!(
        "“{later}” is counted from another day: write the date of the entry"
    ))
}

/// Of the days of a heading the one whose day of the week the entry with this text names: “Łódź, niedziela, 12:00” below
/// “12–13 grudnia”.
pub fn named_of(text: &str, days: &[NaiveDate]) -> Option<NaiveDate> {
    let tokens = tokens(text);
    let mut named = weekdays(text, &tokens).map(|(weekday, _)| weekday);
    let wanted = named.next()?;
    let mut found = days.iter().filter(|day| day.weekday() == wanted);
    let day = found.next()?;
    (found.next().is_none() && named.all(|weekday| weekday == wanted)).then_some(*day)
}

/// The names of weekdays in a text that are no part of another name, and the words for each.
fn weekdays<'t>(text: &'t str, tokens: &[Token]) -> impl Iterator<Item = (Weekday, &'t str)> {
    (0..tokens.len()).filter_map(move |at| {
        let (weekday, to) = weekday_at(tokens, at)?;
        let stands = is_name(tokens, at, to) && stands_alone(text, tokens, at, to);
        let words = as_written(text, &tokens[at..to]);
        stands.then_some((weekday?, words))
    })
}

/// Whether the name of a day is long enough to be no other word: three letters are in scripts without capitals.
fn is_name(tokens: &[Token], at: usize, to: usize) -> bool {
    let words = tokens[at..to].iter().filter_map(Token::word);
    words.clone().any(|word| {
        let wide = word.chars().any(|letter| u32::from(letter) >= 0x0590);
        word.chars().count() >= SHORTEST
            || wide && word.chars().count() > 1
            || SHORT.contains(&word)
    })
}

/// Whether a name of a day is no part of another name: between marks, behind a preposition, before an hour.
fn stands_alone(text: &str, tokens: &[Token], from: usize, to: usize) -> bool {
    let mut first = from;
    while let Some(before) = first.checked_sub(1) {
        let listed = tokens[before]
            .word()
            .is_some_and(|word| BEFORE.contains(&word));
        let phrase = [Purpose::On, Purpose::Next]
            .iter()
            .any(|purpose| purpose.phrases().past(tokens, before) == Some(first));
        if !listed && !phrase {
            break;
        }
        first = before;
    }
    let mark = |token: &Token| token.word().is_none() && token.digits() == 0 && !token.is('\'');
    // “1pm on the Sunday instead”.
    let led = first < from;
    let begins = first
        .checked_sub(1)
        .is_none_or(|before| mark(&tokens[before]) || led && tokens[before].digits() > 0);
    let hour = |at: usize| {
        tokens[at].digits() > 0
            || part_at(tokens, at).is_some()
            || [Purpose::Hour, Purpose::Before].iter().any(|purpose| {
                purpose
                    .phrases()
                    .past(tokens, at)
                    .is_some_and(|next| tokens.get(next).is_some_and(|token| token.digits() > 0))
            })
    };
    // “Sunday the 21st”.
    let article = tokens
        .get(to)
        .and_then(Token::word)
        .is_some_and(|word| matches!(word, "the" | "de" | "den" | "le" | "el" | "o" | "il"));
    let numbered = article && tokens.get(to + 1).is_some_and(|token| token.digits() > 0);
    let small = tokens
        .get(to)
        .is_some_and(|next| text[next.at.start..].starts_with(char::is_lowercase));
    let ends = match tokens.get(to) {
        None => true,
        Some(next) => mark(next) || hour(to) || numbered || led && small,
    };
    begins && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that a text has against Sunday, 26 September 2027.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let days = [NaiveDate::from_ymd_opt(2027, 9, 26).unwrap()];
        let found = day_by_name(text, &days);
        let words = found
            .as_ref()
            .and_then(|reason| reason.split(['“', '”']).nth(1));
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn a_day_of_the_week_in_an_entry_is_not_dropped() {
        for (text, day) in [
            ("Düren: Samstag, 14 Uhr, Kaiserplatz", "Samstag"),
            ("Aachen: 14 Uhr Elisenbrunnen (Samstag!)", "Samstag"),
            ("Koblenz: erst am Donnerstag! 11 Uhr", "Donnerstag"),
            ("Kendal – Thursday, 6pm, Birdcage", "Thursday"),
            ("Leeds – on the Saturday: 6pm", "Saturday"),
            ("Metz – samedi, 18h, place d'Armes", "samedi"),
            ("Logroño (miércoles), 19:00", "miércoles"),
            ("Тула, среда, 13:00", "среда"),
            ("Växjö: torsdag kl 12", "torsdag"),
            ("أسوان: السبت الساعة 5", "السبت"),
            ("岡山：土曜15時", "土曜"),
            ("대구: 토요일 오후 2시", "토요일"),
            ("York: following Saturday, 3pm", "Saturday"),
            ("Leeds – 1pm on the Saturday instead, Square", "Saturday"),
            ("Suwałki, UWAGA sobota!, 11:00, park", "sobota"),
            ("Brăila: joi, 10:00, Prefectură", "joi"),
            ("York: 11am Sun and 12 noon Sat, Minster", "Sat"),
            ("Kansas City – Saturday the 25th, 3pm", "Saturday"),
            ("Leiden: donderdag de 23e, 16.00", "donderdag"),
            ("Fortaleza – no sábado (25), 9h", "sábado"),
        ] {
            check(text, Some(day));
        }
    }

    #[test]
    fn a_day_that_is_counted_from_another_is_not_a_place() {
        for (text, words) in [
            (
                "Trier, einen Tag später, 10 Uhr, Porta Nigra",
                "einen Tag später",
            ),
            ("Rouen : le lendemain, 14h, rectorat", "lendemain"),
            ("Cádiz, al día siguiente, 19:00", "al día siguiente"),
            ("Lecce: il giorno dopo, ore 18", "il giorno dopo"),
            ("Radom, dzień później, 17:00", "dzień później"),
            ("大分：翌日15時", "翌日"),
        ] {
            let days = [NaiveDate::from_ymd_opt(2027, 9, 26).unwrap()];
            let reason = day_by_name(text, &days).unwrap_or_default();
            assert!(reason.contains(words), "{text}: {reason}");
        }
    }

    #[test]
    fn names_and_the_day_itself_are_none() {
        for text in [
            "Bonn: Sonntag, 14 Uhr",
            "Leeds, Sunday Street, 3pm",
            "Friday Mosque, 2pm",
            "Santo Domingo, 15:00, Plaza",
            "Köln, 15 Uhr, Fridays for Future, Dom",
            "Black Friday, 2pm",
            "São Paulo, 15h, rua Sexta",
            "Place du Jeudi Noir, 14h",
            "Köln, 15 Uhr, Dom",
            "Viña del Mar, 18:00, Plaza",
            "Leeds, 2pm, on Friday Street",
        ] {
            check(text, None);
        }
    }
}
