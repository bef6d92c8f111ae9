//! What a visitor sees: components that render the state and forward intents.

mod about;
mod app;
mod card;
mod chips;
mod date_filter;
mod day_section;
mod empty;
mod event_facts;
mod event_links;
mod event_list;
mod event_panel;
mod facet_filter;
mod facet_list;
mod failed;
mod filters;
mod footer;
mod header;
mod highlighted;
mod icon;
mod language_menu;
mod loading;
mod notices;
mod problems;
mod search_box;
mod spot_list;
mod summary;
mod text;
mod theme_button;
mod view_switch;
mod wiring;
mod world_map;

pub use app::App;
