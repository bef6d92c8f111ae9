//! The stories, told one by one in every engine.

mod address;
mod archive;
mod axe;
mod bundled;
mod crowd;
mod embed;
mod embedding;
mod event;
mod export;
mod failures;
mod find;
mod first;
mod glide;
mod hands;
mod harness;
mod hostile;
mod land;
mod language;
mod later;
mod map_aim;
mod map_area;
mod map_life;
mod mercator;
mod month;
mod near;
mod no_map;
mod offline;
mod overnight;
mod paper;
mod pointing;
mod policy;
mod privacy;
mod search;
mod soak;
mod streets;
mod timeline;
mod visit;

fn main() -> std::process::ExitCode {
    stories::stage::run(&[
        harness::STORIES,
        visit::STORIES,
        first::STORIES,
        search::STORIES,
        find::STORIES,
        near::STORIES,
        timeline::STORIES,
        month::STORIES,
        event::STORIES,
        export::STORIES,
        paper::STORIES,
        overnight::STORIES,
        address::STORIES,
        language::STORIES,
        later::STORIES,
        failures::STORIES,
        no_map::STORIES,
        land::STORIES,
        map_life::STORIES,
        map_life::COUNTED,
        map_area::STORIES,
        map_aim::STORIES,
        pointing::STORIES,
        glide::STORIES,
        offline::STORIES,
        privacy::STORIES,
        streets::STORIES,
        archive::STORIES,
        hostile::STORIES,
        policy::STORIES,
        embedding::STORIES,
        embed::STORIES,
        embed::builder::STORIES,
        embed::manners::STORIES,
        embed::manners::WHEELS,
        embed::manners::FINGERS,
        embed::messages::STORIES,
        embed::tight::STORIES,
        hands::STORIES,
        hands::STEADY,
        axe::STORIES,
        crowd::STORIES,
        soak::STORIES,
    ])
}
