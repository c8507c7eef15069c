import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up each class, method and field of Reactor, Reactor Netty, Netty and Jackson that classes refer to, on the class
 * path that this runs with. The arguments are folders or jars with the classes to check.
 */
public class LinkCheck {

    private static final List<String> CHECKED =
            List.of("reactor.", "io.netty.", "tools.jackson.", "com.fasterxml.jackson.", "org.reactivestreams.");

    public static void main(String[] arguments) {
        JavaClasses classes = new ClassFileImporter()
                .importPaths(Arrays.stream(arguments).map(Path::of).toList());
        Set<String> missing = new TreeSet<>();
        int references = 0;
        for (JavaClass type : classes) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                references += isChecked(target) ? 1 : 0;
                if (isChecked(target) && target.getSource().isEmpty()) {
                    missing.add(target.getName());
                }
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isChecked(access.getTargetOwner()) && !isFound(access)) {
                    missing.add(access.getTarget().getFullName());
                }
            }
        }
        missing.forEach(target -> System.out.println("missing: " + target));
        System.out.println(classes.size() + " classes, " + references + " references, " + missing.size() + " missing");
        System.exit(missing.isEmpty() && references > 0 ? 0 : 1);
    }

    private static boolean isChecked(JavaClass type) {
        return CHECKED.stream().anyMatch(type.getName()::startsWith);
    }

    /** A method is found by its erased return type, too, as the JVM does. */
    private static boolean isFound(JavaAccess<?> access) {
        Optional<? extends JavaMember> member = access.getTarget().resolveMember();
        if (member.isEmpty()) {
            return false;
        }
        return !(access.getTarget() instanceof CodeUnitAccessTarget target)
                || !(member.get() instanceof JavaCodeUnit found)
                || returns(target, found);
    }

    private static boolean returns(CodeUnitAccessTarget target, JavaCodeUnit found) {
        return target.getRawReturnType().getName().equals(found.getRawReturnType().getName());
    }
}
