//! Which entry of the file one of a source is.

use std::cell::LazyCell;

use chrono::{Datelike as _, NaiveDate};

use super::series::series_of;
use super::sought::Sought;
use super::{Claims, Desk, like};
use crate::twin::Why;

impl Desk {
    /// The existing date of a recurring event that this new date replaces, because its hour or day of the week changed: the
    /// one on the same day, or the only one in the same week that its source no longer has.
    pub(super) fn moved(&self, key: Option<&str>, claims: &Claims) -> Option<usize> {
        let key = key.filter(|key| !self.by_key.contains_key(*key))?;
        let (series, day) = series_of(key)?;
        let old = |at: &&usize| {
            let own = self.entries[**at].own_key();
            !claims.taken.contains(*at) && own.is_some_and(|own| !claims.keys.contains(own))
        };
        let dates = self.by_series.get(series)?.iter().filter(old);
        let dated = dates.filter_map(|at| {
            let (_, day) = series_of(self.entries[*at].own_key()?)?;
            Some((*at, day))
        });
        let dated: Vec<(usize, NaiveDate)> = dated.collect();
        if let Some((at, _)) = dated.iter().find(|(_, old)| *old == day) {
            return Some(*at);
        }
        // Another date of the source may be the one of that week.
        let week = |day: NaiveDate| day.iso_week();
        let new = claims.keys.iter().filter_map(|key| series_of(key));
        let new = new.filter(|(of, at)| *of == series && week(*at) == week(day));
        let mut same_week = dated.iter().filter(|(_, old)| week(*old) == week(day));
        match (same_week.next(), same_week.next(), new.count()) {
            (Some((at, _)), None, 1) => Some(*at),
            _ => None,
        }
    }

    /// The entry of the file that this one is.
    pub(super) fn belongs(&self, draft: &Sought<'_>, claims: &Claims) -> Option<usize> {
        let (fields, key) = (draft.fields, draft.key);
        let named = key
            .and_then(|key| self.by_key.get(key))
            .or_else(|| self.by_id.get(draft.id?));
        if let Some(at) = named.copied().or(draft.moved) {
            return Some(at);
        }
        let free = |at: usize| !claims.taken.contains(&at);
        // What the source calls otherwise is another one, unless it calls nothing so any more.
        let own = |at: usize| self.entries[at].own_key();
        let renamed = |at: usize| key.is_some() && own(at).is_some();
        let gone = |at: usize| own(at).is_none_or(|own| !claims.keys.contains(own));
        let is_as_before = |at: usize| self.entries[at].is_as_before(draft.memory);
        let look = LazyCell::new(|| like::look(fields));
        let page = like::page_of(fields).filter(|page| !claims.shared.contains(page));
        if let Some([at]) = page
            .and_then(|page| self.by_page.get(&page))
            .map(Vec::as_slice)
            && free(*at)
            && !renamed(*at)
            && (is_as_before(*at) || self.look(*at).is_numbered_like(&look))
        {
            return Some(*at);
        }
        let says_the_same = |at: usize| like::exactly(&self.entries[at].fields(), fields);
        let is_alike = |at: usize| self.look(at).why(&look) == Some(Why::Alike);
        // The same again is the most frequent: it is found without a look at every other entry of the day.
        let same = like::start_and_title(fields).and_then(|start| self.by_start.get(&start));
        let mut same = same.into_iter().flatten().copied();
        let same = same.find(|at| {
            let is_same = || is_as_before(*at) || is_alike(*at) && says_the_same(*at);
            free(*at) && !renamed(*at) && is_same()
        });
        if same.is_some() {
            return same;
        }
        let same_day = self.by_day.get(like::day(fields)?)?;
        let alike = same_day.iter().copied().filter(|at| {
            free(*at)
                && match renamed(*at) {
                    true => gone(*at) && self.look(*at).is_the_same(&look),
                    false => {
                        let why = self.look(*at).why(&look);
                        matches!(why, Some(Why::Alike | Why::Page))
                    }
                }
        });
        let alike: Vec<usize> = alike.collect();
        match alike[..] {
            [] => None,
            [at] => Some(at),
            // Several are alike: only the same one will do, the first of those that are.
            _ => alike.into_iter().find(|at| says_the_same(*at)),
        }
    }
}
