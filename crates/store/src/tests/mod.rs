//! What the store promises, one file a promise.

mod appending;
mod backing_up;
mod damage;
mod documents;
mod full_disk;
mod keys;
mod looking_back;
mod opening;
mod packs;
mod people;
mod plans;
mod rebuilding;
mod secrecy;
mod site;
mod taking_over;
