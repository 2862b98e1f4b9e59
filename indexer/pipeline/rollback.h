#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace vankien {

/// Publishes an older kept generation again, after it was verified as a new one is; without `to`, the newest
/// below the published one. The ledger becomes the one that generation carries, so that the next update brings
/// in what it lacks. So it does with what was handed over since: the list of it is marked to be applied anew
/// (HandedOverDocuments) before anything is published. Returns its number. `self` is this program.
/// Throws HomeLocked, and std::runtime_error if there is none, it is damaged, or it carries no ledger; nothing has
/// changed then.
std::uint64_t roll_back(const std::filesystem::path& home, const std::filesystem::path& self,
                        std::optional<std::uint64_t> to);

}  // namespace vankien
