/**
 * What every service needs to speak and be spoken to, and nothing of the shop.
 *
 * <p>A service's {@code main} hands its settings to {@link io.shelfwise.rpc.Launch}; its endpoints
 * are served by an {@link io.shelfwise.rpc.RpcServer} and answer through {@link
 * io.shelfwise.rpc.Replies}, the one place where an exception becomes a status. Other services are
 * reached through {@link io.shelfwise.rpc.RpcChannel}s, on which every call has a deadline. {@link
 * io.shelfwise.rpc.LogFollower} follows another service's log; {@link
 * io.shelfwise.rpc.SnapshotFile} keeps what was made of it. Names and pages have one form
 * everywhere: {@link io.shelfwise.rpc.ResourceName}, {@link io.shelfwise.rpc.PageToken}.
 */
@NullMarked
package io.shelfwise.rpc;

import org.jspecify.annotations.NullMarked;
