//! Taking along: what is saved, shared or printed, and what came of it.

use chrono::NaiveDate;
use event_file::{Calendar, write};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        download,
        intl::{self, IntlZones},
        print, share,
    },
    reactive::Held,
    state::State,
    wording::{Language, Spoken, take::Outcome},
};

/// The kinds of file a list can be saved as.
#[derive(Clone, Copy)]
pub enum Format {
    /// For calendar apps.
    Ics,
    /// For spreadsheets.
    Csv,
    /// The event file.
    Json,
    /// For map programs.
    GeoJson,
}

impl Format {
    /// All of them, in the order offered.
    pub const ALL: [Format; 4] = [Format::Ics, Format::Csv, Format::Json, Format::GeoJson];

    /// The file's extension, as the interface's texts and the page's actions have it too.
    pub fn name(self) -> &'static str {
        match self {
            Format::Ics => "ics",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::GeoJson => "geojson",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Format::Ics => "text/calendar;charset=utf-8",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::GeoJson => "application/geo+json",
        }
    }

    fn write(self, calendar: &Calendar, events: &[u32], language: &Language) -> String {
        match self {
            Format::Ics => with_reader(language, |reader| {
                export::ics(calendar, events, intl::visitor_now().instant, reader)
            }),
            Format::Csv => export::csv(calendar, events),
            Format::Json => write(&export::chosen(calendar, events)),
            Format::GeoJson => export::geojson(calendar, events),
        }
    }
}

/// Takes things along, and keeps what came of it for [`Said`](super::said::Said).
#[derive(Clone, Copy)]
pub struct Taking {
    /// What came of the last thing.
    pub outcome: Held<Option<Outcome>>,
    state: State,
    language: Spoken,
}

impl Taking {
    /// Nothing taken yet.
    pub fn new(state: State, language: Spoken) -> Self {
        Self {
            outcome: Held::new(None),
            state,
            language,
        }
    }

    /// Saves the matching events, each once.
    pub fn save(self, format: Format) {
        let Some(loaded) = self.state.loaded.get_untracked() else {
            return;
        };
        let (language, calendar) = (untrack(|| self.language.current()), &loaded.calendar);
        let mut events = self
            .state
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
        let Some(loaded) = self.state.loaded.get_untracked() else {
            return;
        };
        let Some(event) = loaded.event(at) else {
            return;
        };
        let (language, calendar) = (untrack(|| self.language.current()), &loaded.calendar);
        let text = with_reader(&language, |reader| {
            export::ics_of_one(calendar, at, intl::visitor_now().instant, reader)
        });
        let day = event.start.map_or_else(|| self.today(), |start| start.date);
        let name = export::file_name(&event.title, day, Format::Ics.name());
        let saved = download::save(&name, Format::Ics.media_type(), &text);
        self.note_saved(saved, 1, 0);
    }

    /// Shares a link to the page with this query (without `?`).
    pub fn share(self, query: String, title: String) {
        let Some(link) = share::address(&query) else {
            return;
        };
        spawn_local(async move {
            let outcome = match share::share(&title, &link).await {
                share::Shared::Sheet => None,
                share::Shared::Copied => Some(Outcome::Copied),
                share::Shared::Neither => Some(Outcome::CopyIt(link)),
            };
            // Whoever asked may have gone by now.
            let _ = self.outcome.try_set(outcome);
        });
    }

    /// Prints the whole list.
    pub fn print(self) {
        let whole = self.state.whole_list;
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
        self.state.now.with_untracked(|now| now.today)
    }
}

/// Has every matching event in the document while the page is printed; ends with its owner.
pub fn print_whole(state: State) {
    let whole = state.whole_list;
    StoredValue::new_local(print::on_print(
        // An opened event is printed instead of the list.
        move || whole.set(state.opened.get_untracked().is_none()),
        move || whole.set(false),
    ));
}

fn with_reader(language: &Language, write: impl FnOnce(export::Reader<'_>) -> String) -> String {
    write(export::Reader {
        words: &language.words,
        country: &|code| language.locale.country(code),
        zones: &IntlZones,
    })
}
