//! Tests in real browsers: a web server that can imitate any host, three engines, and a page read through its hooks.

pub mod browser;
pub mod generated;
pub mod host;
pub mod page;
pub mod recorder;
pub mod runner;
pub mod session;
pub mod subject;
pub mod wait;
pub mod webdriver;
