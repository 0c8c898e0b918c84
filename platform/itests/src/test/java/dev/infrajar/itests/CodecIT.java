// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.Disconnect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import javax.inject.Inject;
import net.kyori.adventure.text.Component;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The codec's services answer for each version, with the imports that the framework has given them. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class CodecIT {
    @Inject
    private Dialects dialects;

    @Inject
    private PacketLimits.Source limits;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Test
    public void writesPacketsOfEveryVersion() {
        int[] protocols = dialects.protocols().stream()
                .mapToInt(protocol -> protocol.number())
                .toArray();
        for (int protocol : protocols) {
            Dialect dialect = dialects.of(protocol).dialect().orElseThrow();
            PacketFormat<Disconnect> format =
                    dialect.format(PlayPackets.DISCONNECT).orElseThrow();
            ByteBuf packet = Unpooled.buffer();
            format.writeFields(packet, new Disconnect(Component.text("Bye")));

            assertEquals(Component.text("Bye"), format.readFields(packet).text());
        }
        assertTrue(protocols.length > 50);
    }

    @Test
    public void hasTheLimitsOfAConfigurationThatSaysNothing() {
        assertEquals(2_097_151, limits.inForce().frameBytes());
        assertEquals(2_097_152, limits.inForce().serverbound().inflatedBytes());
        assertEquals(8_388_608, limits.inForce().clientbound().inflatedBytes());
    }
}
