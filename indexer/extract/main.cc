// Reads one foreign file, locked up before the first of its bytes; the indexer starts it and reads its answer:
//
//   vankien-extract extract-one FILE SCRATCH <limits …>     its text (child_answer.h)
//   vankien-extract unpack-one FILE <budget …> <limits …>   what it holds (unpack_frames.h)

#include "indexer/extract/child.h"
#include "indexer/extract/unpack.h"

int main(int argc, char** argv) {
  using namespace vankien;
  constexpr int kUsage = 2;
  if (is_extract_one(argc, argv)) return extract_one_main(argc, argv);
  if (is_unpack_one(argc, argv)) return unpack_one_main(argc, argv);
  return kUsage;
}
