#include "indexer/extract/bounds.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace vankien {
namespace {

constexpr rlim_t kMostFileBytes = rlim_t{256} << 20;

void bound(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{.rlim_cur = soft, .rlim_max = hard};
  setrlimit(resource, &limit);
}

}  // namespace

void bound_this_process(const ExtractLimits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#if !defined(__SANITIZE_ADDRESS__)  // which reserves terabytes of addresses for itself
  bound(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
#endif
  bound(RLIMIT_CPU, limits.seconds, limits.seconds + 1);  // SIGXCPU, which the parent knows to be a timeout
  bound(RLIMIT_FSIZE, 0, kMostFileBytes);
  bound(RLIMIT_CORE, 0, 0);
  bound(RLIMIT_NOFILE, 32, 256);
}

void allow_files_of_its_own() {
  bound(RLIMIT_FSIZE, kMostFileBytes, kMostFileBytes);
  bound(RLIMIT_NOFILE, 256, 256);
}

}  // namespace vankien
