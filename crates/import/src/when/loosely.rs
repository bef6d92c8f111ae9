//! Times that people say without an hour: “after Friday prayers”, “until late”, “at dusk”, “en soirée”.

use super::filler::filler;
use super::names::{Named, part_at, weekday_at};
use super::tokens::Token;
use super::words::Purpose;

/// Small words between those that say when, folded.
const SMALL: [&str; 16] = [
    "in", "im", "the", "at", "al", "au", "a", "ao", "la", "le", "l", "all", "w", "po", "na", "en",
];

/// A time without an hour that begins at a token: the token after it. One of the day's parts (“evening”) may begin a
/// name, so it counts only with a mark or nothing behind it.
pub fn loosely_at(tokens: &[Token], from: usize) -> Option<usize> {
    let (mut at, mut end) = (from, None);
    let (mut linked, mut occasion) = (false, false);
    loop {
        let past = |purpose: Purpose| purpose.phrases().past(tokens, at);
        if let Some(to) = past(Purpose::Daylight) {
            at = to;
            end = end.or_else(|| stops(tokens, at).then_some(at));
            occasion = true;
        } else if let Some(to) = past(Purpose::After).or_else(|| past(Purpose::End)) {
            (linked, at) = (true, to);
        } else if let Some(to) = past(Purpose::Occasion) {
            (occasion, at) = (true, to);
        } else if let Some((part, to)) = part_at(tokens, at) {
            at = to;
            // Noon is an hour.
            end = end.or_else(|| (part != Named::Noon && stops(tokens, at)).then_some(at));
            continue;
        } else if let Some(to) = small(tokens, at).or_else(|| {
            // “s.d. selesai”.
            let dot = linked && tokens.get(at).is_some_and(|token| token.is('.'));
            dot.then_some(at + 1)
        }) {
            at = to;
            continue;
        } else {
            return end;
        }
        if linked && occasion {
            end = Some(at);
        }
    }
}

/// A word that may stand between: an article, a preposition, a day of the week (“Friday prayers”).
fn small(tokens: &[Token], at: usize) -> Option<usize> {
    let word = tokens.get(at)?.word();
    let listed = word.is_some_and(|word| SMALL.contains(&word));
    let plain = || filler(tokens, at).filter(|_| word.is_some());
    let of = || Purpose::Of.phrases().past(tokens, at);
    let apostrophe = || tokens[at].is('\'').then_some(at + 1);
    listed
        .then_some(at + 1)
        .or_else(plain)
        .or_else(of)
        .or_else(|| weekday_at(tokens, at).map(|(_, to)| to))
        .or_else(apostrophe)
}

/// Whether nothing follows, or a mark.
fn stops(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_none_or(|token| token.word().is_none() && token.digits() == 0)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let tokens = tokens(text);
        let found = loosely_at(&tokens, 0).map(|to| &text[..tokens[to - 1].at.end]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn times_without_an_hour() {
        for text in [
            "after Friday prayers",
            "until late",
            "at dusk",
            "in the evening",
            "nach dem Freitagsgebet",
            "bis Ende",
            "am Nachmittag",
            "après la prière du vendredi",
            "en soirée",
            "à la tombée de la nuit",
            "después de la misa",
            "al atardecer",
            "dopo la messa",
            "após a missa",
            "после пятничной молитвы",
            "بعد صلاة الجمعة",
            "بعد العصر",
            "ba'da Jumat",
            "s/d selesai",
            "بعد از نماز جمعه",
            "جمعہ کی نماز کے بعد",
        ] {
            check(text, Some(text));
            check(&format!("{text}, Place"), Some(text));
        }
        check(
            "Cuma namazından sonra Konak Meydanı",
            Some("Cuma namazından sonra"),
        );
        check(
            "after Friday prayers City Square",
            Some("after Friday prayers"),
        );
    }

    #[test]
    fn names_are_no_times() {
        for text in [
            "Evening Star Park",
            "After Dark Club",
            "Plaza del Sol",
            "at the church",
            "at school",
            "La Mision",
            "Friday Mosque",
            "Noon Street",
            "Place du Matin",
            "Am Markt",
        ] {
            check(text, None);
        }
    }
}
