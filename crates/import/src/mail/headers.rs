//! What mail programs write above and around the mails that they forward and answer, in the languages of `headers.txt`.

use std::sync::LazyLock;

use crate::words::list::in_lines;
use fold::fold;
use rustc_hash::FxHashSet;

/// What a word of mail programs is for; see `headers.txt`.
#[derive(Debug, Clone, Copy)]
pub enum Header {
    /// Who a mail is from.
    Sender,
    /// When it was sent.
    Sent,
    /// Its subject.
    Subject,
    /// Before the subject of an answer or a mail that is sent on.
    Reply,
    /// Above a mail that is sent on.
    Forwarded,
    /// Of who wrote what is quoted.
    Wrote,
}

impl Header {
    const ALL: [&'static str; 6] = ["sender", "sent", "subject", "reply", "forwarded", "wrote"];

    /// The folded words for it.
    pub fn words(self) -> &'static FxHashSet<String> {
        static TABLES: LazyLock<Vec<FxHashSet<String>>> = LazyLock::new(|| {
            let tables = Header::ALL.iter().map(|name| {
                let own = in_lines(include_str!("headers.txt")).filter(|line| line.0 == *name);
                own.map(|(_, _, word)| fold(&word)).collect()
            });
            tables.collect()
        });
        static NONE: LazyLock<FxHashSet<String>> = LazyLock::new(FxHashSet::default);
        TABLES.get(self as usize).unwrap_or(&NONE)
    }

    /// Whether a text is one of the words for it.
    pub fn is(self, text: &str) -> bool {
        const LONGEST: usize = 60;
        text.len() <= LONGEST && self.words().contains(&fold(text.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_mail_programs_in_many_languages() {
        for (header, words) in [
            (Header::Sender, ["From", "Von", "Lähettäjä", "보낸 사람"]),
            (Header::Sent, ["Sent", "Envoyé", "Отправлено", "Enviada em"]),
            (Header::Subject, ["Тема", "Tēma", "Zadeva", "主旨"]),
            (Header::Reply, ["RE", "VS", "Odp", "Ynt"]),
            (
                Header::Forwarded,
                [
                    "Reenviado",
                    "Transféré",
                    "Переслано",
                    "Doorgestuurd bericht",
                ],
            ),
        ] {
            for word in words {
                assert!(header.is(word), "{header:?}: {word}");
            }
        }
        assert!(!Header::Subject.is("Leeds") && !Header::Subject.is(""));
    }

    #[test]
    fn every_line_of_the_table_is_of_a_known_kind() {
        for (kind, language, _) in in_lines(include_str!("headers.txt")) {
            assert!(Header::ALL.contains(&kind), "{kind} {language}");
        }
    }
}
