//! Times of day as people write them, found among the pieces of a text.

use chrono::NaiveTime;

use super::tokens::Token;

/// A time, and perhaps one at which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The beginning.
    pub from: NaiveTime,
    /// The end; on the next day when it is not later.
    pub to: Option<NaiveTime>,
}

/// One time on its way: the hour may still be of the morning or of the afternoon.
#[derive(Debug, Clone, Copy)]
struct One {
    hour: u32,
    minute: u32,
    second: u32,
    half: Option<Half>,
    /// Whether it can be nothing but a time.
    sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// The time that begins at a piece, and the piece after it. With `alone`, a bare `14:00` or `14` counts
/// as well, as in a column of times.
pub fn time_at(tokens: &[Token], from: usize, alone: bool) -> Option<(Clock, usize)> {
    let (first, after) = one(tokens, from)?;
    if let Some(next) = between(tokens, after)
        && let Some((second, to)) = one(tokens, next)
        && (second.sure || alone)
    {
        let first = One {
            half: first.half.or_else(|| same_half(first, second)),
            ..first
        };
        if let Some(clock) = clock(first, Some(second)) {
            return Some((clock, to));
        }
    }
    (first.sure || alone).then_some(())?;
    Some((clock(first, None)?, after))
}

/// “2–4 pm” and “11–2 pm” leave out the half of the day that follows from the other.
fn same_half(first: One, second: One) -> Option<Half> {
    let half = second.half?;
    if first.hour > 12 || first.hour == 0 {
        return None;
    }
    let minutes = |one: One| (one.hour % 12) * 60 + one.minute;
    Some(match half {
        Half::Afternoon if minutes(first) >= minutes(second) => Half::Morning,
        half => half,
    })
}

fn clock(from: One, to: Option<One>) -> Option<Clock> {
    let to = match to {
        None => None,
        // Midnight as an end.
        Some(One {
            hour: 24,
            minute: 0,
            ..
        }) => Some(NaiveTime::MIN),
        Some(to) => Some(of(to)?),
    };
    Some(Clock {
        from: of(from)?,
        to,
    })
}

fn of(one: One) -> Option<NaiveTime> {
    let hour = match one.half {
        None => one.hour,
        Some(_) if !(1..=12).contains(&one.hour) => {
            // “14:00 pm” says it twice.
            (one.half == Some(Half::Afternoon) && one.hour > 12).then_some(one.hour)?
        }
        Some(Half::Morning) => one.hour % 12,
        Some(Half::Afternoon) => one.hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, one.minute, one.second)
}

/// The piece after what stands between two times.
fn between(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let stroke = ['-', '–', '—', '~', '‑', '−']
        .into_iter()
        .any(|mark| token.is(mark));
    let word = matches!(
        token.word(),
        Some(
            "to" | "until"
                | "till"
                | "til"
                | "a"
                | "al"
                | "bis"
                | "hasta"
                | "ate"
                | "as"
                | "jusqu"
                | "alle"
                | "tot"
        )
    );
    (stroke || word).then_some(())?;
    let mut next = at + 1;
    // “a las”, “jusqu'à”, “até as”.
    while matches!(
        tokens.get(next)?.word(),
        Some("las" | "la" | "a" | "as" | "les")
    ) || tokens.get(next)?.is('\'')
        || tokens.get(next)?.is('’')
    {
        next += 1;
    }
    Some(next)
}

fn one(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let token = tokens.get(at)?;
    let plain = |hour: u32, minute: u32, sure: bool| One {
        hour,
        minute,
        second: 0,
        half: None,
        sure,
    };
    if matches!(
        token.word(),
        Some("noon" | "midday" | "midi" | "mediodia" | "mittags")
    ) {
        return Some((plain(12, 0, true), at + 1));
    }
    let hour = token.number(4)?;
    let digits = token.digits();
    if digits == 4 && matches!(tokens.get(at + 1)?.word(), Some("hrs" | "hours" | "h")) {
        return Some((plain(hour / 100, hour % 100, true), at + 2));
    }
    if digits > 2 || hour > 24 {
        return None;
    }
    let two = |at: usize| {
        tokens
            .get(at)
            .filter(|token| token.digits() == 2)?
            .number(2)
    };
    let next = tokens.get(at + 1);
    let colon = next.is_some_and(|token| token.is(':'));
    let dot = next.is_some_and(|token| token.is('.'));
    let hours = next.is_some_and(|token| is_hours(token.word()));
    let (mut found, mut to) = match two(at + 2) {
        Some(minute) if colon => (plain(hour, minute, true), at + 3),
        // “14.30” may be a number; what follows decides.
        Some(minute) if dot => (plain(hour, minute, false), at + 3),
        Some(minute) if hours && minute < 60 => (plain(hour, minute, true), at + 3),
        _ if hours => (plain(hour, 0, true), at + 2),
        _ => (plain(hour, 0, false), at + 1),
    };
    if colon
        && tokens.get(to).is_some_and(|token| token.is(':'))
        && let Some(second) = two(to + 1)
    {
        found.second = second;
        to += 2;
    }
    // “14:00 Uhr”, “14:00h”.
    if !hours && tokens.get(to).is_some_and(|token| is_hours(token.word())) {
        found.sure = true;
        to += 1;
        // “14:00 h30” is none.
    }
    if tokens
        .get(to)
        .is_some_and(|token| matches!(token.word(), Some("noon" | "midday")))
        && found.hour == 12
    {
        return Some((
            One {
                sure: true,
                ..found
            },
            to + 1,
        ));
    }
    if let Some((half, after)) = half(tokens, to) {
        found.half = Some(half);
        found.sure = true;
        to = after;
    }
    Some((found, to))
}

fn is_hours(word: Option<&str>) -> bool {
    matches!(
        word,
        Some(
            "h" | "hs"
                | "hrs"
                | "uhr"
                | "hours"
                | "heures"
                | "heure"
                | "horas"
                | "hora"
                | "uur"
                | "ore"
                | "часов"
        )
    )
}

/// `am`, `p.m.`, `de la tarde`, `du matin`, `nachmittags`.
fn half(tokens: &[Token], at: usize) -> Option<(Half, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let dot = |at: usize| tokens.get(at).is_some_and(|token| token.is('.'));
    let named = |word: &str| match word {
        "am" | "manana" | "madrugada" | "matin" | "morgens" | "vormittags" | "manha" => {
            Some(Half::Morning)
        }
        "pm" | "tarde" | "noche" | "soir" | "midi" | "nachmittags" | "abends" | "noite" => {
            Some(Half::Afternoon)
        }
        _ => None,
    };
    match word(at) {
        "a" | "p" if dot(at + 1) && word(at + 2) == "m" => {
            let half = if word(at) == "a" {
                Half::Morning
            } else {
                Half::Afternoon
            };
            Some((half, at + 3 + usize::from(dot(at + 3))))
        }
        "midi" => None,
        "de" if word(at + 1) == "la" => Some((named(word(at + 2))?, at + 3)),
        "da" | "du" | "in" | "of" => Some((named(word(at + 1))?, at + 2)),
        "de" if word(at + 1) == "l" && word(at + 3) == "apres" => Some((Half::Afternoon, at + 6)),
        other => Some((named(other)?, at + 1)),
    }
}

#[cfg(test)]
mod tests;
