//! What a page around this one asks for by a message.

use super::{Clock, Query, View};

impl Query {
    /// The query after the page around this one has asked for `text` (with or without `?`). What
    /// is found is decided by `text` alone; how it is shown stays as it is where `text` names
    /// nothing else, and an embed stays one.
    pub fn asked(&self, text: &str) -> Self {
        let asked = Self::parse(text);
        Self {
            view: match asked.view {
                View::Both => self.view,
                other => other,
            },
            clock: match asked.clock {
                Clock::Venue => self.clock,
                other => other,
            },
            hide: match asked.hide.is_empty() {
                true => self.hide.clone(),
                false => asked.hide,
            },
            lang: asked.lang.or_else(|| self.lang.clone()),
            theme: asked.theme.or(self.theme),
            accent: asked.accent.or(self.accent),
            data: asked.data.or_else(|| self.data.clone()),
            now: asked.now.or(self.now),
            embed: self.embed,
            ..asked
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(now: &str, text: &str, then: &str) {
        assert_eq!(
            Query::parse(now).asked(text).print(),
            then,
            "{now} asked for {text}"
        );
    }

    #[test]
    fn filters_are_replaced_and_looks_stay() {
        check("embed=1&country=FR", "country=DE", "country=DE&embed=1");
        check("embed=1&country=FR", "?q=paris", "q=paris&embed=1");
        check(
            "country=FR&event=a&map=5/46.5/2.6&view=list&lang=ar&theme=dark&embed=1&hide=header&data=a.json",
            "",
            "view=list&lang=ar&theme=dark&embed=1&hide=header&data=a.json",
        );
        check(
            "view=list&lang=ar&theme=dark&embed=1&hide=header",
            "view=map&lang=de&theme=light&hide=footer",
            "view=map&lang=de&theme=light&embed=1&hide=footer",
        );
    }

    #[test]
    fn an_embed_stays_one_and_a_page_becomes_none() {
        check("embed=1", "when=all", "when=all&embed=1");
        check("", "embed=1", "");
    }
}
