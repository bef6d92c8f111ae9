//! Why the hour of an entry is not certain.

use chrono::Timelike as _;

use super::super::doubts::spoken_hour::spoken_hour;
use super::super::doubts::unread_hour::{is_number_and_word, may_be_hour, stands_for_hour};
use super::super::entry::said::{Group, Said};
use super::super::line::head::is_dotted_hour;
use super::super::line::span::Sign;
use super::super::surroundings::Surroundings;
use crate::when::time::Clock;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// The reason: it may be of either half of the day, words may be an hour that is not read, or a number beside it may belong to
/// it. `clock` is the hour of the entry or of its heading.
pub fn hour_doubt(
    group: &Group,
    said: &Said,
    clock: Option<Clock>,
    around: &Surroundings<'_>,
) -> Option<String> {
    if let Some(doubt) = clock.and_then(|clock| around.hours.doubt(&clock)) {
        return Some(doubt);
    }
    let texts = &group.texts;
    let open = said.open;
    if let Some(hour) = unread(texts, clock).filter(|_| group.clock.is_none() && !open) {
        return Some(format!(
            "“{hour}” may be an hour that is not read; write it as 17:00"
        ));
    }
    if let Some((vehicle, _)) = texts.iter().find(|(text, _)| is_vehicle(text))
        && group.clock.is_some()
    {
        return Some(format!(
            "“{vehicle}” beside its hour: that is when people leave together; write the hour at which it begins"
        ));
    }
    let full_hour = clock.is_some_and(|clock| clock.from.minute() == 0);
    let (number, _) = texts
        .iter()
        .find(|(text, sign)| is_beside(text, *sign))
        .filter(|(text, _)| full_hour || clock.is_some() && text.contains('.'))?;
    Some(format!(
        "“{number}” beside its hour may be its minutes or its end; write 18:30, or 19:00–21:00"
    ))
}

/// “Bus 7:45 ab ZOB”: a text that is nothing but what people ride in, folded.
fn is_vehicle(text: &str) -> bool {
    const VEHICLES: [&str; 55] = [
        "bus",
        "busse",
        "buses",
        "busses",
        "coach",
        "coaches",
        "minibus",
        "zuge",
        "train",
        "trains",
        "autobus",
        "autobuses",
        "autocar",
        "autocars",
        "onibus",
        "autocarro",
        "autocarros",
        "pullman",
        "treno",
        "treni",
        "bussen",
        "trein",
        "treinen",
        "buss",
        "bussar",
        "busser",
        "autokar",
        "autokary",
        "autobusy",
        "pociag",
        "vlak",
        "otobus",
        "otobusler",
        "автобус",
        "автобусы",
        "автобуси",
        "поезд",
        "потяг",
        "autobuz",
        "tren",
        "vonat",
        "busz",
        "buszok",
        "bussi",
        "juna",
        "λεωφορειο",
        "λεωφορεια",
        "אוטובוס",
        "אוטובוסים",
        "حافلة",
        "حافلات",
        "اتوبوس",
        "बस",
        "バス",
        "버스",
    ];
    VEHICLES.contains(&fold::fold(text).as_str())
}

/// The first text, or words of one, that may be an hour which is not read.
fn unread(texts: &[(String, Sign)], clock: Option<Clock>) -> Option<&str> {
    let whole = texts.iter().find(|(text, sign)| {
        may_be_hour(text)
            || stands_for_hour(text, *sign)
            || clock.is_none() && is_number_and_word(text)
    });
    let words = || texts.iter().find_map(|(text, _)| spoken_hour(text));
    whole
        .map(|(text, _)| text.as_str())
        .or_else(|| words().filter(|_| clock.is_none()))
}

/// “saat 18 30”, “7pm–9”: whether a text beside an hour belongs to it.
fn is_beside(text: &str, sign: Sign) -> bool {
    let number = text.len() < 3 && text.bytes().all(|digit| digit.is_ascii_digit());
    // “14 h 30 place de la Motte”: minutes, or the number of a house.
    let house = sign == Sign::None
        && text.split_once(' ').is_some_and(|(number, _)| {
            number.len() == 2
                && number
                    .parse::<u32>()
                    .is_ok_and(|minutes| minutes < 60 && minutes.is_multiple_of(5))
        });
    // “ore 10 e 30”, “a las 10 y 30”.
    let words = tokens(text);
    let joined = sign == Sign::None
        && words.len() == 2
        && Purpose::And.phrases().past(&words, 0) == Some(1)
        && words[1].digits() == 2;
    // “17.30/19.30”.
    let hour = words.len() == 3 && is_dotted_hour(&words);
    (number && matches!(sign, Sign::None | Sign::Dash)) || house || joined || hour
}
