//! Texts that may be an hour which is not read: an entry with such a text, and no hour, is not clear.

use super::super::line::span::Sign;
use crate::when::names::{Named, hour_at, part_at};
use crate::when::streets;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// Whether a text may be an hour that is not read: a number alone, or words such as “cinq heures du soir”.
pub fn may_be_hour(text: &str) -> bool {
    let tokens = tokens(text);
    let number = |token: &Token| {
        token.digits() > 0 && token.number(2).is_some_and(|hour| (1..=24).contains(&hour))
    };
    if let [token] = &tokens[..]
        && number(token)
    {
        return true;
    }
    // “10a”: an hour of the morning, or the number of a house.
    if let [hour, letter] = &tokens[..]
        && number(hour)
        && matches!(letter.word(), Some("a" | "p"))
    {
        return true;
    }
    // “4ish”.
    if let [hour, ish] = &tokens[..]
        && number(hour)
        && ish.word() == Some("ish")
    {
        return true;
    }
    // “11 vm.”, “4 n.h.”, “12μ.”: a number and an abbreviation that is not known.
    if let [hour, rest @ ..] = &tokens[..]
        && number(hour)
        && rest.len() <= 5
        && rest.iter().any(|token| token.word().is_some())
        && rest.iter().all(|token| {
            token.is('.') || token.word().is_some_and(|word| word.chars().count() <= 2)
        })
    {
        return true;
    }
    // “18 часот”, “klukkan 18”, “në orën 18”: a number with one or two lower-case words may be an hour in a language whose words
    // for hours are not listed.
    let small = |token: &Token| {
        let own = &text[token.at.clone()];
        token.word().is_some() && own.chars().all(char::is_lowercase) && own.chars().count() <= 8
    };
    let numbered = match &tokens[..] {
        [hour, word] if number(hour) => small(word),
        [words @ .., hour] if (1..=2).contains(&words.len()) && number(hour) => {
            words.iter().all(small)
        }
        _ => false,
    };
    if numbered && !(0..tokens.len()).any(|at| streets::is_first(&tokens, at)) {
        return true;
    }
    // “17 c.t.”, “Mitternacht”, “dopo le 18”.
    let midnight = Purpose::Midnight.phrases().past(&tokens, 0);
    let after = Purpose::After.phrases().past(&tokens, 0);
    let academic = tokens.len() > 3
        && number(&tokens[0])
        && matches!(tokens[1].word(), Some("c" | "s"))
        && tokens[2].is('.');
    let last = tokens.last().is_some_and(number);
    if academic || midnight == Some(tokens.len()) || after.is_some() && last && tokens.len() <= 4 {
        return true;
    }
    // “12-00”, “kl 15.30” in a language whose words are not known.
    let minutes = |three: &[Token]| {
        number(&three[0])
            && three[1].word().is_none()
            && three[2].digits() == 2
            && three[1].digits() == 0
            && three[2].number(2).is_some_and(|minutes| minutes < 60)
            && three[0].at.end == three[1].at.start
            && three[1].at.end == three[2].at.start
    };
    // “no 10.00 līdz 12.00”.
    let hours = tokens.windows(3).filter(|three| minutes(three)).count();
    // “fra le 17 e le 19.30”.
    let short = tokens
        .iter()
        .all(|token| token.word().is_none_or(|word| word.chars().count() <= 4));
    if hours > 0 && (tokens.len() <= 5 || short) || hours > 1 && tokens.len() <= 12 {
        return true;
    }
    // “6-8”, “11-1 at Oscar Grant Plaza”, and “half past two”, “um zwölf”.
    if let [first, mark, last, rest @ ..] = &tokens[..]
        && number(first)
        && number(last)
        && (mark.is('-') || mark.is('–'))
        && (rest.is_empty() || Purpose::Before.phrases().past(&tokens, 3).is_some())
    {
        return true;
    }
    // “5 vor 12”, “10 to 3”.
    const TO: [&str; 14] = [
        "vor", "nach", "to", "past", "till", "voor", "over", "i", "över", "på", "yli", "vaille",
        "za", "po",
    ];
    let in_words = |at: usize| hour_at(&tokens, at).is_some_and(|(_, to)| to == at + 1);
    if let [first, word, last] = &tokens[..]
        && (number(last) || in_words(2))
        && (first.number(2).is_some_and(|minutes| minutes < 60) || in_words(0))
        && word.word().is_some_and(|word| TO.contains(&word))
    {
        return true;
    }
    // “บ่ายสามโมง”: three in the afternoon, in one word.
    if text.contains("โมง") || text.contains("ทุ่ม") {
        return true;
    }
    // “noon or so at City Hall”.
    if matches!(part_at(&tokens, 0), Some((Named::Noon, to)) if to < tokens.len()) {
        return true;
    }
    let at = |at: usize, purpose: Purpose| purpose.phrases().past(&tokens, at);
    let any = |wanted: &dyn Fn(usize) -> bool| (0..tokens.len()).any(wanted);
    let hour = |at: usize| number(&tokens[at]) || hour_at(&tokens, at).is_some();
    let short =
        tokens.len() <= 5 && any(&|from| at(from, Purpose::Fraction).is_some()) && any(&hour);
    // “dos quarts de sis de la tarda”, “puoli viideltä”: directly beside each other.
    let beside = |from: usize| {
        let fraction = at(from, Purpose::Fraction).map(|to| to + usize::from(is_of(&tokens, to)));
        fraction.is_some_and(|to| to < tokens.len() && in_words(to))
    };
    // “Akşam yedide İnönü Parkı”, “الثالثة والنصف بعد الزوال”.
    let part = part_at(&tokens, 0).filter(|(part, _)| *part != Named::Noon);
    let spoken = part.is_some_and(|(_, to)| to < tokens.len() && in_words(to))
        || hour_at(&tokens, 0).is_some_and(|(_, to)| {
            let part =
                |at: usize| part_at(&tokens, at).is_some_and(|(part, _)| part != Named::Noon);
            (to..tokens.len().min(to + 3)).any(part)
        });
    if tokens.len() <= 9 && any(&beside) || spoken {
        return true;
    }
    let bare = at(0, Purpose::Before).and_then(|from| hour_at(&tokens, from));
    // “a las doce”, “a las doce de la mañana”.
    let ends_in_part = |from: usize| {
        let ends = |at: usize| part_at(&tokens, at).is_some_and(|(_, to)| to == tokens.len());
        (from..tokens.len()).any(ends)
    };
    if short || bare.is_some_and(|(_, to)| to == tokens.len() || ends_in_part(to)) {
        return true;
    }
    // “délután fél hat”: a part of the day, and words.
    let words = tokens.iter().all(|token| token.word().is_some());
    let part = part_at(&tokens, 0).filter(|(part, _)| *part != Named::Noon);
    let lower = text.chars().next().is_some_and(char::is_lowercase);
    if lower && words && part.is_some_and(|(_, to)| to < tokens.len()) && tokens.len() <= 4 {
        return true;
    }
    // “5 or so evening”: a number and a part of the day, in few words.
    let few = (2..=5).contains(&tokens.len()) && tokens.iter().any(number);
    let part = |at: usize| matches!(part_at(&tokens, at), Some((part, _)) if part != Named::Noon);
    if few && (0..tokens.len()).any(part) {
        return true;
    }
    let short =
        (2..=5).contains(&tokens.len()) && tokens.iter().all(|token| token.word().is_some());
    let ends = |at: usize| {
        let part = part_at(&tokens, at)
            .filter(|(part, _)| *part != Named::Noon)
            .map(|(_, to)| to);
        let clock = Purpose::Counted
            .phrases()
            .past(&tokens, at)
            .or_else(|| Purpose::Clock.phrases().past(&tokens, at));
        part.or(clock) == Some(tokens.len())
    };
    short && (1..tokens.len()).any(ends)
}

/// Whether a text is a number up to 24 and one word: “18 Auer”, where nothing else says the hour.
pub fn is_number_and_word(text: &str) -> bool {
    let tokens = tokens(text);
    let [hour, word] = &tokens[..] else {
        return false;
    };
    hour.digits() > 0
        && hour.number(2).is_some_and(|hour| (1..=24).contains(&hour))
        && word.word().is_some()
}

/// Whether a word for “of” stands at a token.
fn is_of(tokens: &[Token], at: usize) -> bool {
    Purpose::Of.phrases().past(tokens, at) == Some(at + 1)
}

/// Whether a text is a part of the day and nothing else: “mattina”, “Por la tarde”.
pub fn is_part_of_day(text: &str) -> bool {
    const LINKS: [&str; 16] = [
        "por", "de", "da", "la", "le", "el", "en", "in", "the", "am", "im", "di", "a", "pela",
        "na", "w",
    ];
    let tokens = tokens(text);
    let link = |token: &&Token| token.word().is_some_and(|word| LINKS.contains(&word));
    let from = tokens.iter().take_while(link).count();
    (0..=from).any(|from| part_at(&tokens, from).is_some_and(|(_, to)| to == tokens.len()))
}

/// Whether a text that stands where the hour stands is no name: it has a word that stands before hours, or a part of an hour,
/// and no capital letter; directly behind “City:” a number is enough.
pub fn stands_for_hour(text: &str, before: Sign) -> bool {
    let tokens = tokens(text);
    let numbered = tokens
        .iter()
        .any(|token| token.digits() > 0 && token.number(4).is_some_and(|number| number <= 2400));
    let hour = Purpose::Hour.phrases().past(&tokens, 0).is_some();
    let fraction = Purpose::Fraction.phrases().within(&tokens);
    let name = text.chars().any(char::is_uppercase) || streets::is_called(text);
    // “Łódź, o osiemnastej”, “Львів – о шостій”.
    let at = tokens
        .first()
        .and_then(Token::word)
        .is_some_and(|word| matches!(word, "o" | "о" | "об"));
    let hour = hour || at && tokens.len() > 1;
    let placed = match before {
        Sign::Colon => numbered || hour || fraction,
        Sign::Dash | Sign::Comma => hour || fraction,
        _ => false,
    };
    tokens.len() <= 6 && !name && placed
}
