#include "searchd/search/archive/archive.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

#include "analyzers/schema/manifest.h"
#include "searchd/search/archive/home_watch.h"
#include "searchd/search/archive/snapshot.h"

namespace vankien {
namespace {

// Makes what the views of every clearance need once before anybody waits for it (Snapshot::look_around): the snapshot before
// serves meanwhile, and goes on if this one cannot be read: it may be gone again already.
void look_around(const Snapshot& snapshot) {
  try {
    for (std::size_t i = 0; i < kGradeCount; ++i) snapshot.view(static_cast<Clearance>(i));
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(fmt::format("{}: {}", snapshot.name(), error.get_description()));
  }
}

}  // namespace

Archive::Archive(std::filesystem::path home, std::chrono::milliseconds poll)
    : home_(std::move(home)), poll_(poll) {
  const auto current = read_current(home_);
  if (!current)
    throw std::runtime_error(
        fmt::format("{}: no published archive here; make one with vankien-indexer reindex", home_.string()));
  snapshot_ = std::make_shared<const Snapshot>(home_ / generation_name(*current));
  try {
    look_around(*snapshot_);
  } catch (const std::runtime_error& error) {  // the request that needs it will say so
    spdlog::error("{}", error.what());
  }
  watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

Archive::~Archive() = default;

std::shared_ptr<const Snapshot> Archive::current() const {
  const std::scoped_lock lock(mutex_);
  return snapshot_;
}

void Archive::refresh() {
  const std::scoped_lock one(opening_);
  std::string name;
  try {
    const auto published = read_current(home_);
    if (!published) return;
    name = generation_name(*published);
    const auto before = current();
    if (name == before->name()) return;
    auto fresh = std::make_shared<const Snapshot>(home_ / name, before.get());
    look_around(*fresh);
    spdlog::info("moved to {}", name);
    const std::scoped_lock swap(mutex_);
    snapshot_.swap(fresh);
    refused_.clear();
  } catch (const std::exception& error) {
    if (refused_ == name) return;
    refused_ = name;
    spdlog::error("{} cannot be opened, the one before stays: {}", name, error.what());
  }
}

// CURRENT is one small file: reading it twice a second costs nothing and works on every file system. On most of them the watch
// tells at once, and nobody waits a quarter of a second on average for what was published.
void Archive::watch(const std::stop_token& stop) {
  const HomeWatch renames(home_);
  const std::stop_callback end(stop, [&] { renames.wake(); });
  refresh();  // what was published before the watch began
  while (!stop.stop_requested()) {
    renames.wait(poll_);
    if (!stop.stop_requested()) refresh();
  }
}

}  // namespace vankien
