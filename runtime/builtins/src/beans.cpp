// The properties that java.beans would find in a host object: its get and is methods without
// arguments, as far as the tables of members have them.
#include <string>
#include <string_view>

#include "clj/core/host.h"
#include "native.h"

namespace clj::builtins {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "getDayOfWeek" is dayOfWeek, "isDaemon" daemon, "getURL" URL; "" for what is no getter.
std::string property_of(std::string_view method) {
  size_t prefix = method.starts_with("get") ? 3 : method.starts_with("is") ? 2 : 0;
  if (prefix == 0 || method.size() <= prefix || !is_upper(method[prefix])) return "";
  std::string property(method.substr(prefix));
  bool acronym = property.size() > 1 && is_upper(property[1]);
  if (!acronym) property[0] = static_cast<char>(property[0] - 'A' + 'a');
  return property;
}

}  // namespace

CLJ_FN(bean_properties) {
  Value cls = class_of(args[0]);
  Value properties = make_map(nullptr, 0);
  std::string_view owner;
  bool inherited = false;
  for (uint32_t i = 0; i < host_member_count; ++i) {
    const HostMember& member = host_members[i];
    if (member.kind != MemberKind::kMethod || member.min_args != 0) continue;
    std::string property = property_of(member.name);
    if (property.empty()) continue;
    if (owner != member.class_name) {
      owner = member.class_name;
      Value declared = find_class(owner);
      inherited = !declared.is_nil() && is_assignable(cls, declared);
    }
    Value name = make_string(property);
    if (!inherited || property == "class" || contains(properties, name)) continue;
    Value target = args[0];
    properties = assoc(properties, name, call_host_method(make_symbol("", member.name), &target, 1));
  }
  return properties;
}

}  // namespace clj::builtins
