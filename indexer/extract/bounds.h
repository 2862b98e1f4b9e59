#pragma once

#include "indexer/extract/extract.h"

namespace vankien {

/// From here on this process can use up no more than it was given: memory, processor time, no core, no file of
/// its own, no privileges; it dies with its parent. For a child after fork: calls nothing that takes memory.
void bound_this_process(const ExtractLimits& limits);

/// How long a child that may use limits.seconds of processor time may take by the clock: on a machine that many want, a
/// fifth of a processor is a usual share. Only what hangs without working is waited for so long.
constexpr unsigned seconds_by_the_clock(const ExtractLimits& limits) { return 5 * limits.seconds; }

/// Takes back one of these bounds, for programs that hand each other files: of up to 256 MiB, where the sandbox lets
/// them (sandbox.h), and more of them open.
void allow_files_of_its_own();

}  // namespace vankien
