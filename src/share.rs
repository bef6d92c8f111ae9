//! Share along: what is saved, shared or printed, and what came of it.

use chrono::NaiveDate;
use event_file::{Calendar, write};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        download,
        intl::{self, IntlZones},
        print, share,
    },
    state::State,
    wording::{ActiveLanguage, Language, share::Outcome},
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

    /// The file's extension, also in the keys of its texts and in `data-action`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Ics => "ics",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::GeoJson => "geojson",
        }
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Format::Ics => "share.ics",
            Format::Csv => "share.csv",
            Format::Json => "share.json",
            Format::GeoJson => "share.geojson",
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
        self.share(untrack(|| self.state.address.link_to_list()));
    }

    /// Shares a link to an event.
    pub fn share_event(self, id: &str) {
        self.share(self.state.address.link_to_event(id));
    }

    /// Shares a link to the page with this query, without `?`.
    fn share(self, query: String) {
        let (title, Some(link)) = (self.state.title(), share::address(&query)) else {
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

fn with_reader(language: &Language, write: impl FnOnce(export::Reader<'_>) -> String) -> String {
    write(export::Reader {
        words: &language.words,
        country: &|code| language.locale.country(code),
        zones: &IntlZones,
    })
}
