//! Share and export: files saved, links shared, the list printed, and the outcome.

mod format;
mod link;
mod text;

use chrono::NaiveDate;
use event_file::Event;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{download, intl, print, share},
    state::State,
    wording::{ActiveLanguage, share::Outcome},
};
use format::with_reader;

pub use format::Format;

/// Saves, shares and prints, and keeps the last outcome.
#[derive(Clone, Copy)]
pub struct Share {
    /// The last outcome.
    pub outcome: RwSignal<Option<Outcome>>,
    state: State,
    language: ActiveLanguage,
}

impl Share {
    /// Nothing done yet; ends with its owner.
    pub fn new(state: State, language: ActiveLanguage) -> Self {
        Self {
            outcome: RwSignal::new(None),
            state,
            language,
        }
    }

    /// Saves the matching events, each once.
    pub fn save(self, format: Format) {
        let Some(loaded) = self.state.source.loaded.get_untracked() else {
            return;
        };
        let (language, calendar) = (untrack(|| self.language.get()), &loaded.calendar);
        let mut events = self
            .state
            .listing
            .results
            .with_untracked(|results| results.matched.clone());
        // In the file's own order: what is saved reads like what it was saved from.
        events.sort_unstable();
        let text = format.write(calendar, &events, &language);
        let title = calendar.about.title.as_deref().unwrap_or_default();
        let name = export::file_name(title, self.today(), format.name());
        let undated = match format {
            Format::Ics => export::without_date(calendar, &events),
            _ => 0,
        };
        let saved = download::save(&name, format.media_type(), &text);
        self.note_saved(saved, events.len() - undated, undated);
    }

    /// Saves one event for a calendar app.
    pub fn add_to_calendar(self, at: u32) {
        let Some(loaded) = self.state.source.loaded.get_untracked() else {
            return;
        };
        let Some(event) = loaded.event(at) else {
            return;
        };
        let (language, calendar) = (untrack(|| self.language.get()), &loaded.calendar);
        let text = with_reader(&language, |reader| {
            export::ics_of_one(calendar, at, intl::visitor_now().instant, reader)
        });
        let day = event.start.map_or_else(|| self.today(), |start| start.date);
        let name = export::file_name(&event.title, day, Format::Ics.name());
        let saved = download::save(&name, Format::Ics.media_type(), &text);
        self.note_saved(saved, 1, 0);
    }

    /// Shares a link to the list as it is.
    pub fn share_list(self) {
        self.share(link::to_list(self.state));
    }

    /// Shares a link to an event.
    pub fn share_event(self, event: &Event) {
        self.share(link::to_event(event, self.state));
    }

    /// Copies the matching events as a text for messengers and mails.
    pub fn copy_text(self) {
        let language = untrack(|| self.language.get());
        let Some(text) = text::of_list(self.state, &language) else {
            return;
        };
        spawn_local(async move {
            let outcome = match share::copy(&text).await {
                true => Outcome::TextCopied,
                false => Outcome::CopyText(text),
            };
            self.outcome.try_set(Some(outcome));
        });
    }

    /// Copies an address.
    pub fn copy_link(self, link: String) {
        spawn_local(async move {
            let outcome = match share::copy(&link).await {
                true => Outcome::Copied,
                false => Outcome::CopyLink(link),
            };
            self.outcome.try_set(Some(outcome));
        });
    }

    /// Shares a link.
    fn share(self, link: Option<String>) {
        let (title, Some(link)) = (self.state.title(), link) else {
            return;
        };
        spawn_local(async move {
            let outcome = match share::share(&title, &link).await {
                share::Shared::Sheet => None,
                share::Shared::Copied => Some(Outcome::Copied),
                share::Shared::Neither => Some(Outcome::CopyLink(link)),
            };
            // Whoever asked may have gone by now.
            self.outcome.try_set(outcome);
        });
    }

    /// Prints the whole list.
    pub fn print(self) {
        let whole = self.state.listing.whole;
        whole.set(true);
        // The rows are there by the frame after next; a dialogue opened now would not wait for them.
        request_animation_frame(move || {
            request_animation_frame(move || {
                // What does not begin does not end either.
                if !print::print() {
                    whole.set(false);
                }
            });
        });
    }

    fn note_saved(self, saved: Option<()>, events: usize, undated: usize) {
        self.outcome.set(Some(match saved {
            Some(()) => Outcome::Saved {
                events,
                undated,
                doubtful: download::in_a_frame(),
            },
            None => Outcome::NotSaved,
        }));
    }

    fn today(self) -> NaiveDate {
        self.state.time.now.with_untracked(|now| now.today)
    }
}

/// Renders every matching event while the page is printed; ends with its owner.
pub fn start(state: State) {
    let whole = state.listing.whole;
    StoredValue::new_local(print::on_print(
        // An opened event is printed instead of the list.
        move || whole.set(state.selection.opened.get_untracked().is_none()),
        move || whole.set(false),
    ));
}
