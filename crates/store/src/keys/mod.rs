//! Keys: the random data key, the slots that wrap it for each user, and the words on paper that are it.

pub(crate) mod cost;
pub(crate) mod kit;
pub(crate) mod passphrase;
pub(crate) mod secret;
pub(crate) mod sidecar;
pub(crate) mod slot;
