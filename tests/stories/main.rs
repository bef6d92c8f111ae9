//! The stories, told one by one in every engine.

mod harness;

fn main() -> std::process::ExitCode {
    stories::stage::run(&[harness::STORIES])
}
