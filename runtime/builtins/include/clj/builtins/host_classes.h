// Members of host classes: what (.m x), (C/m …), C/F and (C. …) reach.
//
// Every member is a row of a topic table, runtime/builtins/tables/host/<topic>.def,
// implemented in runtime/builtins/src/host/<topic>.cpp.
//
// Design   docs/adding-a-host-class.md
#pragma once

namespace clj {

// Sets host_members and host_member_count. Call at every start, before the first host call.
void register_host_members();

}  // namespace clj
