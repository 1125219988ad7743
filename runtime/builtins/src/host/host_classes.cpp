// The table of host class members, put together from tables/host/*.def.
#include "clj/builtins/host_classes.h"

#include <iterator>

#include "clj/core/host.h"

namespace clj {

namespace builtins {
#define CLJ_MEMBER(cls, kind, name, function, min, max)
#define CLJ_NATIVE_MEMBER(cls, kind, name, function, min, max) Value function(Value*, uint32_t);
#include "../../tables/host/all.def"
#undef CLJ_MEMBER
#undef CLJ_NATIVE_MEMBER
}  // namespace builtins

namespace builtins::host {
#define CLJ_MEMBER(cls, kind, name, function, min, max) Value function(Value*, uint32_t);
#define CLJ_NATIVE_MEMBER(cls, kind, name, function, min, max)
#include "../../tables/host/all.def"
#undef CLJ_MEMBER
#undef CLJ_NATIVE_MEMBER

namespace {

constexpr HostMember kMembers[] = {
#define CLJ_MEMBER(cls, kind, name, function, min, max) {cls, MemberKind::k##kind, name, function, min, max},
#define CLJ_NATIVE_MEMBER(cls, kind, name, function, min, max) \
  {cls, MemberKind::k##kind, name, builtins::function, min, max},
#include "../../tables/host/all.def"
#undef CLJ_MEMBER
#undef CLJ_NATIVE_MEMBER
};

}  // namespace
}  // namespace builtins::host

void register_host_members() {
  host_members = builtins::host::kMembers;
  host_member_count = std::size(builtins::host::kMembers);
}

}  // namespace clj
