#include "indexer/extract/child_room.h"

namespace vankien {

ChildRoom& ChildRoom::of_process() {
  static ChildRoom room;
  return room;
}

bool may_want_memory(const ExtractError& error) {
  return error.code() == "out_of_memory" || error.code() == "crashed" || error.code() == "damaged";
}

}  // namespace vankien
