#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/schema/relation.h"
#include "searchd/search/archive/place.h"
#include "searchd/search/archive/resolve.h"
#include "searchd/search/archive/status.h"

namespace vankien {

/// The relations by which a document acts on the status of another.
inline constexpr std::array<RelationKind, 4> kActKinds = {RelationKind::kReplaces, RelationKind::kRepeals,
                                                          RelationKind::kEnds, RelationKind::kAmends};

/// The term of documents that act so on the bearer of a symbol, by its key; "" = the begin of all of them.
std::string act_term(RelationKind kind, const std::string& key);

/// What an act does to the status of those it names; nothing if it only cites them.
std::optional<Status> status_by(RelationKind kind);

/// The status of every document of a view, from the relations of the others in it: so a clearance has its own, and
/// an act above it changes nothing.
///   A replaced by B, B replaced by C:  of(A) replaced · act_on(A) B · newest_replacement(A) C
/// An act counts if its citation means one paper (resolve.h); one that is a draft does not. Of several acts the
/// weightier counts (replaced, repealed, expired, amended), then the newest. Only documents with a relation of these
/// kinds to a symbol that the view holds are read.
class Standing {
 public:
  /// Reads the view, keeps nothing of it. Throws Xapian::Error.
  explicit Standing(const View& view);
  /// What it is for the clearance below, and what the last database of the view adds; for one that adds little it is quicker.
  Standing(const Standing& below, const View& view);
  /// What it was of an earlier generation, put right where documents changed since: of those, of what bears their symbols, and of
  /// what they act on. `then`: the columns of the view's shards in that generation; `changes`: by shard.
  Standing(const Standing& before, const View& view, const std::vector<const Columns*>& then,
           const std::vector<const ChangedDocuments*>& changes);

  Status of(const Place& place) const;
  std::optional<Place> act_on(const Place& place) const;
  std::optional<Place> newest_replacement(const Place& place) const;
  bool none_ended() const { return none_ended_; }

  /// The status of the documents of one shard, as a column.
  Column column(std::size_t shard, const Columns& columns) const;
  /// The same, of what it was in the earlier generation this standing was made from; that very one if nothing has changed.
  std::shared_ptr<const Column> changed_column(std::size_t shard, const Columns& columns,
                                               const std::shared_ptr<const Column>& before) const;

 private:
  struct Act {
    Status status;
    Place by;
    bool operator==(const Act&) const = default;
  };
  using Acts = std::map<Place, Act>;  ///< by the document they act on
  /// `only`: documents whose status is asked for; nothing = all.
  static void take(const View& view, const Place& act, KnownBearers& bearers, const std::set<Place>* only,
                   Acts& acts);
  const Act* find(const Place& place) const;
  /// Finds anew who acts on the documents in `changed_`, and on what bears symbols of these keys: those come into it.
  void put_right(const View& view, const std::set<std::string>& keys);
  void change(const Acts& now);

  /// In the order of the documents; all others are in force. One of an earlier generation if nothing has changed.
  std::shared_ptr<const std::vector<std::pair<Place, Act>>> acts_;
  std::set<Place> changed_;  ///< documents whose status may not be what it was in the generation before
  bool none_ended_ = true;
};

/// What to tell of one document's status. The view must have its standing. Throws Xapian::Error.
DocumentStatus status_at(const View& view, const Place& place);

}  // namespace vankien
