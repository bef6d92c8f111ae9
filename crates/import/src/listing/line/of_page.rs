//! Lines that are of the page and no event's: a notice of rights, the hours of an office.

use super::Line;
use super::span::Kind;
use crate::actions::is_action;
use crate::when::names::weekday_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::when::written::{Form, Written};

impl Line {
    /// Whether it is of the page and no event's: a notice of rights, the hours of an office.
    pub fn is_of_page(&self) -> bool {
        self.text.contains('©') || self.is_of_office() || self.is_of_callers()
    }

    /// Whether it only names those who call for it, by their abbreviations: “DİSK – KESK – TMMOB – TTB”.
    fn is_of_callers(&self) -> bool {
        const LEAST: usize = 3;
        const LONGEST: usize = 7;
        let is_short = |text: &String| {
            text.chars().all(char::is_uppercase) && (2..=LONGEST).contains(&text.chars().count())
        };
        let texts = self.texts().all;
        texts.len() >= LEAST && texts.len() == self.spans.len() && texts.iter().all(is_short)
    }

    /// Whether it is how a letter begins, and nothing more: “Liebe Mitglieder,”, “Moin”, “Hei kaikki!”.
    pub fn is_salutation(&self) -> bool {
        const MOST_WORDS: usize = 7;
        let tokens = tokens(&self.text);
        let Some(to) = Purpose::Greeting.phrases().past(&tokens, 0) else {
            return false;
        };
        let is_word = |token: &Token| token.word().is_some() || token.digits() > 0;
        let rest = tokens
            .iter()
            .skip(to)
            .filter(|token| is_word(token))
            .count();
        let addressed = self.text.trim_end().ends_with([',', '!', '，', '！', '،']);
        self.is_bare() && (rest == 0 || addressed && rest < MOST_WORDS) && !is_action(&self.text)
    }

    /// Whether it is how a letter ends, perhaps with who signs: “In solidarity,”, “Danke, Jana”.
    pub fn is_sign_off(&self) -> bool {
        const LONGEST_NAME: usize = 4;
        let tokens = tokens(&self.text);
        let Some(to) = Purpose::SignOff.phrases().past(&tokens, 0) else {
            return false;
        };
        let (marks, rest) = tokens.split_at(to);
        let is_word = |token: &&Token| token.word().is_some() || token.digits() > 0;
        let words = rest.iter().filter(is_word).count();
        let end = marks.last().map_or(0, |token| token.at.end);
        let behind = self.text.get(end..).unwrap_or_default();
        let signed = behind.starts_with([',', '!', '.', '，', '！', '،', '、', '。']);
        self.is_bare() && (words == 0 || signed && words <= LONGEST_NAME)
    }

    /// Whether it says when an office is open: “Office hours Tue–Thu 9–4”, “Ouvert du lundi au jeudi de 9h à 12h”; what is
    /// on a date is an event.
    fn is_of_office(&self) -> bool {
        let tokens = tokens(&self.text);
        let says = |purpose: Purpose, at: usize| purpose.phrases().past(&tokens, at);
        if (0..tokens.len()).any(|at| says(Purpose::Office, at).is_some()) {
            return true;
        }
        let is_weekday = |at: usize| weekday_at(&tokens, at).is_some();
        let is_date = |day: &Written| {
            day.is_open()
                || matches!(
                    day.form,
                    Form::Day(_) | Form::Numbers(_) | Form::Months { .. }
                )
        };
        let dated = self.spans.iter().any(|span| match &span.kind {
            Kind::Days { days, .. } => days.written().into_iter().any(is_date),
            _ => false,
        });
        let has_hour = self.has(|kind| matches!(kind, Kind::Clock(_) | Kind::End(_)));
        let opens = says(Purpose::Open, 0).is_some()
            || (1..tokens.len()).any(|at| says(Purpose::Open, at) == Some(tokens.len()));
        opens && !dated && has_hour && (0..tokens.len()).any(is_weekday)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_begins_with_a_salutation() {
        for line in [
            "Moin",
            "Liebe Mitglieder,",
            "Hei kaikki!",
            "Hola 👋",
            "Bonjour à toutes et tous,",
        ] {
            assert!(Line::new(1, line).is_salutation(), "{line}");
        }
        for line in [
            "Hallo Berlin: 14 Uhr, Alexanderplatz",
            "Halle",
            "Dear Green Place",
            "Salut au drapeau, marche",
        ] {
            assert!(!Line::new(1, line).is_salutation(), "{line}");
        }
    }

    #[test]
    fn a_letter_ends_with_a_sign_off() {
        for line in [
            "In solidarity,",
            "Thanks, Ruth & the SPC team",
            "Solidarische Grüße",
            "Díky!",
            "Cordialement,",
            "С уважением,",
            "谢谢！",
        ] {
            assert!(Line::new(1, line).is_sign_off(), "{line}");
        }
        for line in [
            "In solidarity with the strikers of Hull",
            "Danke für nichts: Demo",
            "Merci, mais non merci: 14h, place Bellecour",
            "Thanksgiving vigil",
        ] {
            assert!(!Line::new(1, line).is_sign_off(), "{line}");
        }
    }

    #[test]
    fn abbreviations_alone_are_of_the_page() {
        assert!(Line::new(1, "DİSK – KESK – TMMOB – TTB").is_of_page());
        assert!(!Line::new(1, "LYON – MAIRIE").is_of_page());
        assert!(!Line::new(1, "LYON – 14h – MAIRIE – CGT").is_of_page());
    }

    #[test]
    fn hours_of_an_office_are_of_the_page() {
        for office in [
            "Office hours Tue–Thu 9–4",
            "Permanence : mardi et vendredi de 9h à 12h",
            "Ouvert du lundi au jeudi de 9h à 12h",
            "Geöffnet: Mo und Do 14–17 Uhr",
            "Di und Mi 10 bis 13 Uhr geöffnet",
            "Sprechzeiten: dienstags 10–12 Uhr",
            "Orario di apertura: martedì 10-12",
            "Aperto il lunedì dalle 15 alle 18",
            "Horario de atención: lunes y miércoles de 10 a 14 h",
            "Abierto de lunes a viernes de 10 a 14 h",
            "Open Monday to Friday, 9am–5pm",
            "Часы работы: понедельник 10:00–18:00",
            "Openingsuren: maandag 9u–12u",
            "Nyitvatartás: hétfő 10–16 óra",
            "営業時間：月曜 10:00～17:00",
            "Öppettider: måndag kl 10–15",
        ] {
            assert!(Line::new(1, office).is_of_page(), "{office}");
        }
        for event in [
            "Lyon : samedi 12 décembre, 14h, ouvert à toutes et tous",
            "Open Day: Saturday 12 December, 2pm, Town Hall",
            "Permanence logement : samedi 12 décembre 2026 à 14h, Lyon",
            "Leeds: Saturday, 2 pm, City Square",
            "Bonn: Samstag 14 Uhr, Markt, offen für alle Interessierten",
        ] {
            assert!(!Line::new(1, event).is_of_page(), "{event}");
        }
    }
}
