//! Scrolling through the list, of which only what is near the view is in the document.

use anyhow::{Result, bail};
use serde_json::json;

use super::{Day, Page};

/// Most screens a test scrolls through.
const SCREENS: usize = 200;

impl Page {
    /// Scrolls down until an event is in the document.
    ///
    /// # Errors
    /// When the list ends before.
    pub fn scroll_to(&self, id: &str) -> Result<()> {
        // As a focus does; WebKit's own pressing does not scroll frames of another origin.
        let script =
            "const card = document.querySelector(`article[data-event=\"${arguments[0]}\"]`);
            card?.scrollIntoView({ block: 'nearest' });
            return card !== null";
        self.to_top()?;
        for _ in 0..SCREENS {
            if self.ask(script, json!([id]))? {
                return Ok(());
            }
            if self.down()? {
                break;
            }
        }
        bail!("{id} is not in the list: {}", self.seen()?.in_short())
    }

    /// The dates of the whole list.
    ///
    /// # Errors
    /// As [`Page::walk`].
    pub fn walked_dates(&self) -> Result<Vec<String>> {
        Ok(self.walk()?.into_iter().map(|day| day.date).collect())
    }

    /// The whole list from its beginning to its end, as one who scrolls down sees it.
    ///
    /// # Errors
    /// When the list does not end, or an item has a wrong `aria-posinset`.
    pub fn walk(&self) -> Result<Vec<Day>> {
        let script = "return [...document.querySelectorAll('section[data-list] li[aria-posinset]')].map(item => [
            item.closest('[data-day]').dataset.day, item.querySelector('article').dataset.event,
            Number(item.getAttribute('aria-posinset')), Number(item.getAttribute('aria-setsize'))])";
        let mut days: Vec<(Day, usize)> = Vec::new();
        self.to_top()?;
        for _ in 0..SCREENS {
            let rows: Vec<(String, String, usize, usize)> = self.ask(script, json!([]))?;
            for (date, id, position, size) in rows {
                if days.iter().all(|(day, _)| day.date != date) {
                    days.push((
                        Day {
                            date: date.clone(),
                            heading: None,
                            events: Vec::new(),
                        },
                        size,
                    ));
                }
                let Some((day, of)) = days.iter_mut().find(|(day, _)| day.date == date) else {
                    continue;
                };
                match day.events.get(position - 1) {
                    Some(known) if *known == id && *of == size => {}
                    None if day.events.len() == position - 1 => day.events.push(id),
                    known => bail!(
                        "{id} says it is {position} of {size} on {date}, where {known:?} of {of} is"
                    ),
                }
            }
            if self.down()? {
                for (day, size) in &days {
                    if day.events.len() != *size {
                        bail!("{} of {size} events seen on {}", day.events.len(), day.date);
                    }
                }
                return Ok(days.into_iter().map(|(day, _)| day).collect());
            }
        }
        bail!("the list does not end")
    }

    /// Scrolls to the list's beginning. Where the page is there, it still has two frames to come to rest for what is
    /// pressed next.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn to_top(&self) -> Result<()> {
        self.frames("scrollTo(0, 0)").map(drop)
    }

    /// Half a screen down; whether that was the end.
    fn down(&self) -> Result<bool> {
        self.frames("scrollBy(0, innerHeight / 2)")
    }

    /// Scrolls, gives the page two frames to follow, and returns whether it is at its end.
    fn frames(&self, scroll: &str) -> Result<bool> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             {scroll};
             requestAnimationFrame(() => requestAnimationFrame(() => {{
                 const root = document.documentElement;
                 done(root.scrollTop + root.clientHeight >= root.scrollHeight - 1);
             }}))"
        );
        Ok(self.browser.run_async(&script, json!([]))? == true)
    }
}
