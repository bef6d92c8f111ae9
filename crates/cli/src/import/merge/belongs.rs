//! Which entry of the file one of a source is.

use serde_json::{Map, Value};

use super::{Claims, Desk, like};
use crate::twin::Why;

impl Desk {
    /// The entry of the file that this one is.
    pub(super) fn belongs(
        &self,
        fields: &Map<String, Value>,
        key: Option<&str>,
        id: Option<&str>,
        claims: &Claims,
    ) -> Option<usize> {
        let named = key
            .and_then(|key| self.by_key.get(key))
            .or_else(|| self.by_id.get(id?));
        if let Some(at) = named {
            return Some(*at);
        }
        let free = |at: usize| !claims.taken.contains(&at);
        // What the source calls otherwise is another one, unless it calls nothing so any more.
        let own = |at: usize| self.entries[at].own_key();
        let renamed = |at: usize| key.is_some() && own(at).is_some();
        let gone = |at: usize| own(at).is_none_or(|own| !claims.keys.contains(own));
        let look = like::look(fields);
        let page = like::page_of(fields).filter(|page| !claims.shared.contains(page));
        if let Some([at]) = page
            .and_then(|page| self.by_page.get(&page))
            .map(Vec::as_slice)
            && free(*at)
            && !renamed(*at)
            && like::look(&self.entries[*at].fields()).is_numbered_like(&look)
        {
            return Some(*at);
        }
        // The same again is the most frequent: it is found without a look at every other entry of the day.
        let same = like::start_and_title(fields).and_then(|start| self.by_start.get(&start));
        let same = same.into_iter().flatten().find(|at| {
            let entry = || self.entries[**at].fields();
            let is_alike = |entry| like::look(entry).why(&look) == Some(Why::Alike);
            let is_same = |entry| like::exactly(entry, fields) && is_alike(entry);
            free(**at) && !renamed(**at) && is_same(&entry())
        });
        if let Some(at) = same {
            return Some(*at);
        }
        let same_day = self.by_day.get(like::day(fields)?)?;
        let alike = same_day.iter().filter(|(at, other)| {
            free(*at)
                && match renamed(*at) {
                    true => gone(*at) && other.is_the_same(&look),
                    false => matches!(other.why(&look), Some(Why::Alike | Why::Page)),
                }
        });
        let alike: Vec<usize> = alike.map(|(at, _)| *at).collect();
        match alike[..] {
            [] => None,
            [at] => Some(at),
            // Several are alike: only the same one will do, the first of those that are.
            _ => alike
                .into_iter()
                .find(|at| like::exactly(&self.entries[*at].fields(), fields)),
        }
    }
}
