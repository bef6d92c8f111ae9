//! Tests of what a visitor, an editor and a site owner do, each in the engines its subject asks for.

mod accessibility;
mod any_answer;
mod any_host;
mod back_from_an_event;
mod basemap_detail;
mod broken_files;
mod browse_the_month;
mod change_language;
mod choose_days;
mod content_security;
mod drivers;
mod embed;
mod event_facts;
mod event_on_the_map;
mod every_language;
mod example_calendar;
mod find_nearby;
mod first_list;
mod first_load;
mod follow_links;
mod forced_colors;
mod generated_site;
mod hostile_text;
mod keyboard_and_touch;
mod languages;
mod layout_shifts;
mod lazy_parts;
mod leave_it_open;
mod long_stay;
mod many_events;
mod map_view;
mod mercator;
mod narrow_the_results;
mod new_version;
mod newer_file;
mod now_and_next;
mod offline;
mod open_an_event;
mod open_the_calendar;
mod page_layout;
mod patience;
mod phone_map;
mod point_at_events;
mod print;
mod privacy;
mod reduced_motion;
mod refused_storage;
mod reopen_the_map;
mod search;
mod search_this_area;
mod service_worker;
mod share_and_export;
mod street_archive;
mod street_tiles;
mod time_zones;
mod venue_time;
mod without_the_map;

fn main() -> std::process::ExitCode {
    // The longest first: no core waits for them in the end.
    browser_tests::runner::run(&[
        accessibility::TESTS,
        long_stay::TESTS,
        many_events::TESTS,
        reopen_the_map::TESTS,
        drivers::TESTS,
        open_the_calendar::TESTS,
        first_load::TESTS,
        first_list::TESTS,
        first_list::what_is_over::TESTS,
        generated_site::TESTS,
        event_on_the_map::TESTS,
        back_from_an_event::TESTS,
        every_language::TESTS,
        languages::TESTS,
        lazy_parts::TESTS,
        search::TESTS,
        narrow_the_results::TESTS,
        find_nearby::TESTS,
        choose_days::TESTS,
        browse_the_month::TESTS,
        open_an_event::TESTS,
        event_facts::TESTS,
        time_zones::TESTS,
        venue_time::TESTS,
        share_and_export::TESTS,
        page_layout::TESTS,
        forced_colors::TESTS,
        print::TESTS,
        leave_it_open::TESTS,
        now_and_next::TESTS,
        follow_links::TESTS,
        change_language::TESTS,
        broken_files::TESTS,
        any_answer::TESTS,
        any_host::TESTS,
        offline::TESTS,
        refused_storage::TESTS,
        new_version::TESTS,
        newer_file::TESTS,
        without_the_map::TESTS,
        basemap_detail::TESTS,
        map_view::TESTS,
        search_this_area::TESTS,
        service_worker::TESTS,
        phone_map::TESTS,
        point_at_events::TESTS,
        reduced_motion::TESTS,
        street_tiles::TESTS,
        street_archive::TESTS,
        keyboard_and_touch::TESTS,
        layout_shifts::TESTS,
        privacy::TESTS,
        hostile_text::TESTS,
        content_security::TESTS,
        embed::TESTS,
        embed::frame_size::TESTS,
        embed::builder::TESTS,
        embed::cross_origin::TESTS,
        embed::messages::TESTS,
        embed::restricted::TESTS,
        embed::scrolling::TESTS,
    ])
}
