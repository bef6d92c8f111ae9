//! Lines that say of an earlier entry what changed: “Sheffield is cancelled”, “la de Zaragoza sale a las 19:30”.

use super::Document;
use super::entry::stated::off_with_reason;
use super::line::Line;
use super::places::in_words;
use crate::cancelled;
use crate::draft::Draft;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Document<'_> {
    /// The city that a remark on whether something takes place begins with, if the entry above is not there.
    pub fn another_city<'l>(&self, line: &'l Line) -> Option<&'l str> {
        const MOST_WORDS: usize = 3;
        let above = self.pending.as_ref()?.text();
        let changed =
            cancelled::status(&line.text).is_some() || cancelled::moved(&line.text).is_some();
        (changed && line.texts().head == 0 && line.first_column().is_none()).then_some(())?;
        let country = self.country.as_deref();
        let gaps = line.text.match_indices(' ').map(|(gap, _)| gap);
        let is_plain = |name: &&str| {
            name.chars()
                .all(|sign| sign.is_alphabetic() || " -'’.".contains(sign))
        };
        let names = gaps
            .take(MOST_WORDS)
            .map(|gap| &line.text[..gap])
            .filter(is_plain);
        let named = names.filter(|name| self.places.is_city(name, country));
        // “【奈良】中止”, “[Leeds] cancelled”.
        let bracketed = line
            .text
            .strip_prefix(['【', '[', '［', '「'])
            .and_then(|rest| {
                let (name, _) = rest.split_once(['】', ']', '］', '」'])?;
                self.places.is_city(name, country).then_some(name)
            });
        let city = bracketed
            .or_else(|| self.earlier_city(&line.text))
            .or_else(|| named.last())
            .or_else(|| self.unspaced_city(&line.text))
            .or_else(|| self.city_within(&line.text))?;
        (!above.contains(city)).then_some(city)
    }

    /// The city with which a text without spaces begins: “那覇の集会は中止となりました”.
    fn unspaced_city<'l>(&self, text: &'l str) -> Option<&'l str> {
        const LONGEST: usize = 6;
        let ends = text.char_indices().map(|(end, _)| end).skip(2);
        let names = ends.take(LONGEST).map(|end| text.split_at(end));
        let parted = names.filter(|(_, rest)| rest.starts_with(['の', 'は', 'で', 'が', '的']));
        let mut names = parted.map(|(name, _)| name);
        names.find(|name| self.places.is_city(name, self.country.as_deref()))
    }

    /// The only city that a sentence names behind its first word: “The rally in Dunedin is off”.
    fn city_within<'l>(&self, text: &'l str) -> Option<&'l str> {
        let is_city = |name: &str| self.places.is_city(name, self.country.as_deref());
        match in_words::cities(std::iter::once(text), &is_city)[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The city of an earlier entry that a line names: “the one in Leeds is off”.
    pub fn earlier_city<'l>(&self, text: &'l str) -> Option<&'l str> {
        let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '-');
        let is_earlier = |word: &&str| {
            let city = |draft: &Draft| {
                let location = draft.location.as_deref().unwrap_or_default();
                location.split(',').next() == Some(*word)
            };
            word.chars()
                .next()
                .is_some_and(|first| !first.is_lowercase())
                && self.reading.drafts.iter().any(city)
        };
        words.filter(|word| !word.is_empty()).find(is_earlier)
    }

    /// “Sunday 16 May – rainbow picnic cancelled because of the weather” among entries: an entry that is off, and no heading.
    pub fn is_called_off(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        let among = self.pending.is_some() || !self.reading.drafts.is_empty();
        let states =
            |text: &String| cancelled::status(text).is_some() || cancelled::begins(text).is_some();
        let off = match &texts[..] {
            [one] => off_with_reason(one).is_some() || cancelled::noun_off(one).is_some(),
            // “Akce v Plzni 14. prosince se ruší”.
            [about, off] => (states(off) || states(&texts.join(" "))) && self.names_city(about),
            [_, _, _, ..] => texts.iter().any(states) || states(&texts.join(" ")),
            _ => false,
        };
        among && off && !line.text.trim_end().ends_with([':', '：'])
    }

    /// Whether a text has the name of a city among its words.
    fn names_city(&self, text: &str) -> bool {
        let is_city = |name: &str| self.places.is_city(name, self.country.as_deref());
        !in_words::cities(std::iter::once(text), &is_city).is_empty()
    }

    /// Refuses a line that corrects an earlier entry: “Cambio de última hora: la de Zaragoza sale a las 19:30”. Whether it is one.
    pub fn takes_correction(&mut self, line: &Line) -> bool {
        let tokens = tokens(&line.text);
        let headed = |to: usize| tokens.get(to).is_some_and(|token| token.is(':'));
        if !Purpose::Corrected
            .phrases()
            .past(&tokens, 0)
            .is_some_and(headed)
        {
            return false;
        }
        self.finish();
        let (_, behind) = line.text.split_once([':', '：']).unwrap_or_default();
        let Some(city) = self.earlier_city(behind) else {
            return false;
        };
        let reason =
            format!("it says of “{city}” what changed: apply it to the entry that it means");
        self.reject(line, &reason);
        true
    }
}
